import type {
  AuthorStanding,
  LatestTrial,
  PolicyInForce,
  PolicyTrial,
  PolicyVersionPage,
  WrittenPolicy,
} from '#contract';
import { request } from './request.js';

/** Which policy is meant: a site's, or one of its sections'; an empty section is the whole site. */
export interface PolicyPlace {
  site: string;
  section: string;
}

export const fetchPolicy = ({ site, section }: PolicyPlace): Promise<PolicyInForce> =>
  request('GET', '/policy', { query: { site, section } });
/** @param ifVersion the version that has to be in force: whoever else wrote meanwhile is not overwritten. */
export const writePolicy = (
  { site, section }: PolicyPlace,
  policy: unknown,
  ifVersion: number,
): Promise<PolicyInForce> =>
  request('PUT', '/policy', { query: { site, section }, body: policy, ifVersion });
export const withdrawPolicy = (
  { site, section }: PolicyPlace,
  ifVersion: number,
): Promise<PolicyInForce> => request('DELETE', '/policy', { query: { site, section }, ifVersion });

export const fetchPolicyVersions = (
  site: string,
  cursor: string | null,
): Promise<PolicyVersionPage> => request('GET', '/policy/versions', { query: { site, cursor } });
/** Version 0 is the shipped policy. */
export const fetchPolicyVersion = (site: string, version: number): Promise<WrittenPolicy> =>
  request('GET', `/policy/versions/${version}`, { query: { site } });

/** Without a policy, what is in force is tried alone. Nothing is stored. */
export const tryText = (
  { site, section }: PolicyPlace,
  question: { body: string; author: AuthorStanding; policy?: unknown },
): Promise<PolicyTrial> =>
  request('POST', '/policy/try', { query: { site, section }, body: question });
export const tryLatest = (
  { site, section }: PolicyPlace,
  policy: unknown,
  limit: number,
): Promise<LatestTrial> =>
  request('POST', '/policy/try/latest', { query: { site, section }, body: { policy, limit } });
