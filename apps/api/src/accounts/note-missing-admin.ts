import { type INestApplicationContext, Logger } from '@nestjs/common';
import { FirstAdmin } from '#accounts';

/** Tells the operator that nobody can invite moderators yet. The link itself is no thing for a log. */
export async function noteMissingAdmin(app: INestApplicationContext): Promise<void> {
  const sites = await app.get(FirstAdmin, { strict: false }).sitesWithoutAdmin();
  if (sites.length === 0) return;
  new Logger('Moderators').warn(
    `${sites.length === 1 ? 'A site has' : `${sites.length} sites have`} no admin yet; npm run -s first-admin makes the link for one.`,
  );
}
