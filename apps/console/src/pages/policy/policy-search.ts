/** Whose policy is shown, as it stands in the address: so that leaving it is leaving the page. Without a section, the whole site's. */
export interface PolicySearch {
  site?: string | undefined;
  section?: string | undefined;
}

export function readPolicySearch({ site, section }: Record<string, unknown>): PolicySearch {
  return {
    ...(typeof site === 'string' && site !== '' && { site }),
    ...(typeof section === 'string' && section !== '' && { section }),
  };
}
