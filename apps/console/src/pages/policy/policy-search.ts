/** Whose policy is shown, as it stands in the address; without a section, the whole site's. */
export interface PolicySearch {
  section?: string | undefined;
}

export function readPolicySearch({ section }: Record<string, unknown>): PolicySearch {
  return typeof section === 'string' && section !== '' ? { section } : {};
}
