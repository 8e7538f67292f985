import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database, type Session } from '#database';
import { Periodic } from '#periodic';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './group.sql.js';
import { type Group, groupsOf, type NearPair, seekersOf } from './near-items.js';

interface ItemRow {
  site_id: string;
  id: string;
}

interface Campaign extends Group {
  siteId: string;
  id: string;
}

/** Items that one transaction groups. */
const PART = 200;
const EVERY_MS = 1000;

/**
 * Gives near-duplicates among the open items one campaign. It looks at rows and remembers nothing: a
 * process that dies in the middle leaves items that another one takes up, and one process at a time
 * does it, so that two verdicts at the same moment do not begin two campaigns.
 */
@Injectable()
export class CampaignGrouper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CampaignGrouper.name);
  private readonly loop: Periodic;

  constructor(private readonly database: Database) {
    this.loop = new Periodic(
      () => this.group(),
      EVERY_MS,
      (error) => this.logger.warn(`Near-duplicates are not grouped: ${error.message}`),
    );
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Groups all that is new; does nothing while another process does it. */
  async group(): Promise<void> {
    while (await this.database.transaction((session) => groupSome(session)));
  }
}

/** Groups the next items and tells whether there are more; `false` too when somebody else does it. */
async function groupSome(session: Session): Promise<boolean> {
  const [begun] = await session.query<{ alone: boolean }>(sql.BEGIN_GROUPING);
  if (begun?.alone !== true) return false;
  const items = await session.query<ItemRow>(sql.UNGROUPED, [PART]);
  if (items.length === 0) return false;
  const sites = new Map(items.map((item) => [item.id, item.site_id]));
  const pairs = await session.query<NearPair>(sql.NEAR, columns(items));
  const campaigns = groupsOf(pairs).map((group) => campaignOf(group, sites));
  const assigned = await assign(session, campaigns);
  // A campaign of which something is just being decided waits: the decision may be taken back.
  const [whole, waiting] = partition(campaigns, ({ itemIds }) =>
    itemIds.every((id) => assigned.has(id)),
  );
  const again = seekersOf(whole, pairs, sql.ALONE_AT_ONCE);
  const kept = new Set([...again, ...waiting.flatMap(({ itemIds }) => itemIds)]);
  const done = items.filter(({ id }) => !kept.has(id));
  await session.execute(sql.MARK_GROUPED, columns(done));
  return again.length > 0 || done.length === PART;
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

/** The oldest of its campaigns takes the others in; a group without one begins its own. */
function campaignOf(group: Group, sites: ReadonlyMap<string, string>): Campaign {
  const siteId = group.itemIds.map((id) => sites.get(id)).find((id) => id !== undefined) ?? '';
  const [oldest] = group.campaignIds.toSorted();
  return { ...group, siteId, id: oldest ?? uuidv7() };
}

async function assign(session: Session, campaigns: Campaign[]): Promise<Set<string>> {
  if (campaigns.length === 0) return new Set();
  const members = campaigns.flatMap(({ siteId, id, itemIds }) =>
    itemIds.map((itemId) => ({ siteId, itemId, id })),
  );
  const merged = campaigns.flatMap(({ siteId, id, campaignIds }) =>
    campaignIds.filter((other) => other !== id).map((other) => ({ siteId, other, id })),
  );
  const [rows] = await Promise.all([
    session.query<{ id: string }>(sql.ASSIGN, [
      members.map(({ siteId }) => siteId),
      members.map(({ itemId }) => itemId),
      members.map(({ id }) => id),
    ]),
    session.execute(sql.MERGE, [
      merged.map(({ siteId }) => siteId),
      merged.map(({ other }) => other),
      merged.map(({ id }) => id),
    ]),
  ]);
  return new Set(rows.map(({ id }) => id));
}

function columns(items: ItemRow[]): [string[], string[]] {
  return [items.map((item) => item.site_id), items.map(({ id }) => id)];
}
