import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type Policy,
  type PolicyVersion,
  type PolicyVersionPage,
  type WrittenPolicy,
} from '#contract';
import { Database } from '#database';
import { DEFAULT_POLICY } from '#moderation';
import { withLaterSettings } from './later-settings.js';
import * as sql from './policy-history.sql.js';

interface VersionRow {
  version: number;
  section: string;
  created_at: Date;
  withdrawn: boolean;
  written_by: string | null;
  writer: string | null;
}

/** Beyond every version. */
const NEWEST = 2 ** 31 - 1;

const SHIPPED: WrittenPolicy = {
  ...{ version: 0, section: null, at: null, by: null, withdrawn: false },
  policy: DEFAULT_POLICY,
};

/** The versions that a site's policies have had. */
@Injectable()
export class PolicyHistory {
  constructor(private readonly database: Database) {}

  /** One page over all sections of a site, newest first; `below` is the version that the page before gave as `next`. */
  async page(siteId: string, below: number | null, limit: number): Promise<PolicyVersionPage> {
    // One more than is shown tells whether there is a next page.
    const values = [siteId, below ?? NEWEST, limit + 1];
    const rows = await this.database.query<VersionRow>(sql.PAGE, values);
    const versions = rows.slice(0, limit).map(versionOf);
    const last = versions.at(-1);
    return { versions, next: rows.length > limit && last ? String(last.version) : null };
  }

  /**
   * One version with what it says; 0 is the shipped policy.
   * @throws DomainError POLICY_VERSION_NOT_FOUND
   */
  async find(siteId: string, version: number): Promise<WrittenPolicy> {
    if (version === 0) return SHIPPED;
    const [row] = await this.database.query<VersionRow & { document: Policy | null }>(sql.ONE, [
      siteId,
      version,
    ]);
    if (row === undefined) {
      throw new DomainError('POLICY_VERSION_NOT_FOUND', 'The site’s policy has no such version.');
    }
    return { ...versionOf(row), policy: row.document && withLaterSettings(row.document) };
  }
}

function versionOf(row: VersionRow): PolicyVersion {
  const { version, section, written_by: id, writer } = row;
  return {
    version,
    section: section === '' ? null : section,
    at: row.created_at.toISOString(),
    by: id === null ? null : { id, name: writer ?? '' },
    withdrawn: row.withdrawn,
  };
}
