import { hashString } from '#classifier';

/** Whether a text falls into a share of one in `of`: decided by the text, so that every run holds the same rows back. */
export const inShare = (key: string, of: number): boolean =>
  hashString(key) >>> 0 <= 0xffffffff / of;

/** One row in twelve is kept from the models, for what combines and calibrates them: enough for its few weights. */
const VALIDATION_SHARE = 12;

/** Whether the text with this key is kept for validation. */
export const isValidation = (key: string): boolean => inShare(key, VALIDATION_SHARE);
