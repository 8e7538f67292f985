import { type INestApplicationContext, Logger } from '@nestjs/common';
import { Database } from '#database';
import { Secrets, surveyStored } from '#encryption';

/** Tells the operator what of the sites' secrets is not encrypted, or cannot be read. */
export async function noteSecrets(app: INestApplicationContext): Promise<void> {
  const secrets = app.get(Secrets, { strict: false });
  const { clear, older, keyless } = await surveyStored(
    app.get(Database, { strict: false }),
    secrets,
  );
  const logger = new Logger('Secrets');
  if (keyless > 0) {
    logger.error(
      `${counted(keyless)} encrypted under keys that are not among ENCRYPTION_KEYS; what needs them is refused until the keys are there.`,
    );
  }
  if (!secrets.encrypting && keyless === 0) {
    logger.warn(
      'ENCRYPTION_KEYS is not set: secrets of sites are stored in the clear; see docs/secrets.md.',
    );
  } else if (secrets.encrypting && clear + older > 0) {
    logger.warn(
      `${counted(clear + older)} not encrypted under the first of ENCRYPTION_KEYS yet; npm run encrypt:secrets does that.`,
    );
  }
}

const counted = (count: number): string =>
  count === 1 ? 'A secret of a site is' : `${count} secrets of sites are`;
