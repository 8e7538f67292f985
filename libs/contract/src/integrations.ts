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

/** What other systems' clients are told to reach this service for a site. */
export interface IntegrationAddresses {
  /** Where the operator says that the service is, without a slash at its end; `null`: wherever it was reached. */
  url: string | null;
  /** The site's public key, which stands in the addresses of what readers' browsers ask; `null` if all are revoked. */
  publicKey: string | null;
}
