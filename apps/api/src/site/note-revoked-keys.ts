import { type INestApplicationContext, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { IssuedKeys, revokedKeysNote } from '#sites';

/** Tells the operator that the environment still names keys that an admin has revoked. */
export async function noteRevokedKeys(app: INestApplicationContext): Promise<void> {
  const { MODERATO_SITE_KEY: publicKey, MODERATO_SITE_SECRET: secretKey } = app.get<Config>(
    CONFIG,
    { strict: false },
  );
  if (publicKey === undefined || secretKey === undefined) return;
  const keys = { publicKey, secretKey };
  const note = revokedKeysNote(await app.get(IssuedKeys, { strict: false }).revokedOf(keys));
  if (note !== null) new Logger('Sites').warn(note);
}
