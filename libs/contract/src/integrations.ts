/** A key by which another system's client asks for checks. */
export interface IntegrationKey {
  id: string;
  /** What its makers call it. */
  name: string;
  /** Its last four characters. */
  hint: string;
  /** ISO 8601. */
  createdAt: string;
  /** Who made it; `null` if they are gone. */
  createdBy: string | null;
}

/** A key that was just made; told once and kept nowhere. */
export interface IssuedIntegrationKey extends Omit<IntegrationKey, 'createdBy'> {
  key: string;
}

/** A secret that a site's Coral signs its questions with, as far as it is told. */
export interface CoralSecret {
  id: string;
  /** Its last four characters. */
  hint: string;
  /** ISO 8601. */
  createdAt: string;
}
