import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DomainError, type Policy } from '#contract';
import { Database, type Session } from '#database';
import { compileWordLists, DEFAULT_POLICY, type WordLists } from '#moderation';
import { LRUCache } from 'lru-cache';
import { withLaterSettings } from './later-settings.js';
import * as sql from './policies.sql.js';

/** A part of a site that may have a policy of its own; the empty section is the whole site. */
export interface PolicyScope {
  siteId: string;
  section: string;
}

/** A policy that is in force. */
export interface VersionedPolicy {
  /** Numbered per site over all its sections; 0 is the shipped default. */
  readonly version: number;
  /** Where it comes from: the section itself, or empty for the site's or the shipped policy. */
  readonly section: string;
  readonly policy: Policy;
  readonly words: WordLists;
}

/** What a write is held to, and who answers for it. */
export interface PolicyWrite {
  /** The version that has to be in force. */
  expectedVersion?: number | undefined;
  /** The moderator's id; nobody's where the site's secret key was given. */
  by?: string | null;
}

const SHIPPED: VersionedPolicy = {
  version: 0,
  section: '',
  policy: DEFAULT_POLICY,
  words: compileWordLists(DEFAULT_POLICY.words),
};

/** Names a scope in a map. */
export function scopeKey({ siteId, section }: PolicyScope): string {
  return `${siteId}/${section}`;
}

/** Versioned policies. A version never changes, so what is compiled from it is kept. */
@Injectable()
export class PoliciesService {
  private readonly compiled = new LRUCache<string, VersionedPolicy>({ max: 1000 });

  constructor(private readonly database: Database) {}

  /** The policies now in force, by {@link scopeKey}; read in the session's transaction. */
  async resolve(
    scopes: PolicyScope[],
    session: Session = this.database,
  ): Promise<Map<string, VersionedPolicy>> {
    const distinct = [...new Map(scopes.map((scope) => [scopeKey(scope), scope])).values()];
    const rows = await session.query<{ site_id: string; section: string; version: number }>(
      sql.CURRENT,
      [distinct.map(({ siteId }) => siteId), distinct.map(({ section }) => section)],
    );
    const resolved = new Map<string, VersionedPolicy>();
    for (const { site_id: siteId, section, version } of rows) {
      resolved.set(scopeKey({ siteId, section }), await this.load(siteId, version, session));
    }
    return resolved;
  }

  /** The policy now in force for one scope. */
  async current(scope: PolicyScope): Promise<VersionedPolicy> {
    return (await this.resolve([scope])).get(scopeKey(scope)) ?? SHIPPED;
  }

  /**
   * Writes a new version; `null` makes the section follow the site's policy again. The trail says from which version to which.
   * @throws DomainError POLICY_CHANGED when `expectedVersion` is given and no longer in force.
   */
  async write(
    scope: PolicyScope,
    policy: Policy | null,
    { expectedVersion, by = null }: PolicyWrite = {},
  ): Promise<VersionedPolicy> {
    const { siteId, section } = scope;
    const version = await this.database.transaction(async (session) => {
      await session.query(sql.LOCK_SITE, [siteId]);
      const current = (await this.resolve([scope], session)).get(scopeKey(scope)) ?? SHIPPED;
      if (expectedVersion !== undefined && expectedVersion !== current.version) {
        throw new DomainError(
          'POLICY_CHANGED',
          `Version ${current.version} of the policy is in force by now.`,
        );
      }
      await session.execute(sql.INSERT, [siteId, section, policy && JSON.stringify(policy), by]);
      const [row] = await session.query<{ version: number }>(sql.CURRENT, [[siteId], [section]]);
      const inForce = row?.version ?? 0;
      await AuditTrail.record(session, [
        {
          ...{ siteId, actor: by === null ? 'site' : 'moderator', actorId: by },
          action: policy === null ? 'policy.withdrawn' : 'policy.written',
          subject: { type: 'policy', id: section },
          before: { version: current.version },
          after: { version: inForce },
          policyVersion: inForce,
        },
      ]);
      return inForce;
    });
    // The version that was in force with this write, though others may have followed by now; read
    // after the commit, since what is read is kept.
    return this.load(siteId, version, this.database);
  }

  private async load(siteId: string, version: number, session: Session): Promise<VersionedPolicy> {
    if (version === 0) return SHIPPED;
    const key = `${siteId}/${version}`;
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const [row] = await session.query<{ section: string; document: Policy }>(sql.DOCUMENT, [
      siteId,
      version,
    ]);
    if (row === undefined) throw new Error(`Version ${version} of the policy is gone.`);
    const policy = withLaterSettings(row.document);
    const loaded = { version, section: row.section, policy, words: compileWordLists(policy.words) };
    this.compiled.set(key, loaded);
    return loaded;
  }
}
