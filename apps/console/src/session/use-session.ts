import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Role, SessionView } from '#contract';
import { fetchSession } from '../api/accounts.js';
import { setCsrfToken } from '../api/request.js';

/** Who is signed in; fails with a 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => takeIn(await fetchSession()),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

function takeIn(session: SessionView): SessionView {
  setCsrfToken(session.csrfToken);
  return session;
}

/** The session of the moderator who is signed in; only below the shell. */
export const useSession = (): SessionView => useSuspenseQuery(sessionQuery).data;

/** Takes in a session that the service has just given. */
export function useTakeSession(): (session: SessionView) => void {
  const queries = useQueryClient();
  return (session) => queries.setQueryData(sessionQuery.queryKey, takeIn(session));
}

const RANK: Record<Role, number> = { moderator: 0, lead: 1, admin: 2 };

/** Whether the moderator leads that site. */
export const useIsLeadOf = (site: string): boolean =>
  sitesAs(useSession(), 'lead').some(({ id }) => id === site);

/** The sites where the moderator is at least this. */
export const sitesAs = ({ sites }: SessionView, role: Role): SessionView['sites'] =>
  sites.filter((site) => RANK[site.role] >= RANK[role]);
