/** How well what was learned carries over to a set that was left out: areas under the ROC curve. */
export interface Transfer {
  toxicity: { set: string; rows: number; reference: number; ours: number }[];
  spam: { measure: string; auc: number }[];
}
