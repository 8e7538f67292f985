import type { AuthorSummary, SetStanding } from '#contract';

/** What can be done about the author of the card in hand. */
export interface AuthorActions {
  /** Opens their page. */
  open: () => void;
  /** Shows what else of theirs is in this queue. */
  only: () => void;
  setStanding: (standing: SetStanding | 'none') => void;
}

/** What can be done with the card in hand. */
export interface CardActions {
  approve: () => void;
  reject: (reason: string) => void;
  skip: () => void;
  note: () => void;
  open: () => void;
  /** Shows what else is in this queue under the same article. */
  onlyArticle: () => void;
  /** `null` when nobody signed. */
  author: (AuthorActions & { summary: AuthorSummary }) | null;
}

/** Which menu of the card is open. */
export type CardMenu = 'reject' | 'author' | null;
