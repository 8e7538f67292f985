/** The tables that hold secrets which must be known again, since signatures are computed with them. */
export type SecretTable = 'site_identity_secrets' | 'coral_secrets' | 'sites';

/** The row that a secret stands in. What was encrypted for one place opens at no other. */
export interface SecretPlace {
  table: SecretTable;
  siteId: string;
  id: string;
}

/** A secret as its row holds it: in the clear, or as a ciphertext with the id of its key. */
export interface StoredSecret {
  secret: Buffer | null;
  ciphertext: Buffer | null;
  key_id: string | null;
}

/** The one secret of a row of `sites`. */
export const signingKeyOf = (siteId: string): SecretPlace => ({
  table: 'sites',
  siteId,
  id: 'signing_key',
});

/** Never to be written in another way: what is stored is bound to it. */
export function boundTo({ table, siteId, id }: SecretPlace): string {
  return JSON.stringify([table, siteId, id]);
}
