/** One labelled text. */
export interface SpamRow {
  text: string;
  spam: 0 | 1;
  /** The set that it is from; sets disagree on what spam is. */
  source: string;
  /** What must not be torn apart when rows are held out, such as the video that was commented on. */
  group?: string;
}
