/** What this service can stand in for, in the order of the page. */
export const SYSTEMS = ['perspective', 'akismet', 'openai', 'coral', 'counts'] as const;
export type System = (typeof SYSTEMS)[number];

/** Which of them is shown, as it stands in the address. */
export interface IntegrationSearch {
  system?: System | undefined;
}

export function readIntegrationSearch({ system }: Record<string, unknown>): IntegrationSearch {
  const known = SYSTEMS.find((name) => name === system);
  return known === undefined ? {} : { system: known };
}
