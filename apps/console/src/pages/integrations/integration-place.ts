/** What the snippets and forms of a site are filled in with. */
export interface IntegrationPlace {
  site: string;
  isAdmin: boolean;
  /** Whether `key` is one, and not what stands for one. */
  hasKey: boolean;
  url: string;
  key: string;
  publicKey: string | null;
}
