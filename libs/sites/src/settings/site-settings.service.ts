import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DomainError, type SiteSettingsView } from '#contract';
import { Database, type Session } from '#database';
import { siteEvent } from './site-events.js';
import { LOCK_SITES } from './site-locks.js';
import { areSame, checkedOrigins } from './site-rules.js';
import * as sql from './site-settings.sql.js';

/** What is to be different; what is left out stays. */
export interface SiteChange {
  name?: string | undefined;
  origins?: readonly string[] | undefined;
}

/** What a change is held to, and who answers for it. */
export interface SiteWrite {
  siteId: string;
  /** The version that has to be in force. */
  expectedVersion?: number | undefined;
  /** The moderator's id. */
  by: string;
}

/** A site's name, and the origins whose pages may use its public key. */
@Injectable()
export class SiteSettings {
  constructor(private readonly database: Database) {}

  read(siteId: string): Promise<SiteSettingsView> {
    return read(this.database, siteId);
  }

  /**
   * Changes a site; in force within two seconds in every process. The trail says what was before.
   * @throws DomainError VALIDATION_FAILED, SITE_CHANGED, SITE_NAME_TAKEN
   */
  change({ siteId, expectedVersion, by }: SiteWrite, change: SiteChange) {
    return this.database.transaction(async (session): Promise<SiteSettingsView> => {
      await session.query(LOCK_SITES);
      const now = await read(session, siteId);
      if (expectedVersion !== undefined && expectedVersion !== now.version) {
        throw new DomainError('SITE_CHANGED', `Version ${now.version} is in force by now.`);
      }
      const next = changed(now, change);
      const isNamed = next.name !== now.name;
      const isOpened = !areSame(next.origins, now.origins);
      if (!isNamed && !isOpened) return now;
      if (isNamed) await assertFree(session, next);
      const [written] = await session.query<SiteSettingsView>(sql.WRITE, [
        ...[siteId, next.name, next.origins, isOpened],
      ]);
      if (written === undefined) throw new Error('The site is gone.');
      const told = ({ name, origins }: SiteSettingsView) => ({
        ...(isNamed && { name }),
        ...(isOpened && { origins }),
      });
      await AuditTrail.record(session, [
        siteEvent({
          ...{ siteId, by, action: 'site.changed', id: siteId },
          ...{ before: told(now), after: told(written) },
        }),
      ]);
      return written;
    });
  }
}

function changed(now: SiteSettingsView, { name, origins }: SiteChange): SiteSettingsView {
  return {
    ...now,
    name: name?.normalize('NFC').trim() ?? now.name,
    origins: origins === undefined ? now.origins : checkedOrigins(origins),
  };
}

async function read(session: Session, siteId: string): Promise<SiteSettingsView> {
  const [site] = await session.query<SiteSettingsView>(sql.READ, [siteId]);
  if (site === undefined) throw new Error('The site is gone.');
  return site;
}

/** Moderators of several sites tell them by their names. */
async function assertFree(session: Session, { id, name }: SiteSettingsView): Promise<void> {
  const [other] = await session.query(sql.NAMED, [name, id]);
  if (other === undefined) return;
  throw new DomainError('SITE_NAME_TAKEN', `There is a site called "${name}" already.`);
}
