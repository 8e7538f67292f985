import { useInfiniteQuery } from '@tanstack/react-query';
import { fetchPolicyVersions } from '../../api/policy.js';

/** The versions of a site's policies as far as they were asked for, newest first. */
export function usePolicyVersions(site: string) {
  const query = useInfiniteQuery({
    queryKey: ['policy-versions', site],
    queryFn: ({ pageParam }) => fetchPolicyVersions(site, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return { query, versions: query.data?.pages.flatMap((page) => page.versions) ?? [] };
}
