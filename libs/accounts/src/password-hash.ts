import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's cheat sheet on storing passwords has it: 19 MiB, two passes, one lane; about 25 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of random bytes that nobody has: what a password is compared with where there is no account. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$ToTmjDih3vHkJb0ibjN53A$wn8/OTIhvX90oWGrYTs50mFmFROimymwoEJ7tFfgbWI';

/** One form for each character, so that a password typed on another keyboard is the same. */
const bytes = (password: string): string => password.normalize('NFC');

/** What is stored of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(bytes(password), COST);
}

/** Whether a password is the one that was stored; takes as long when nothing was. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? DECOY, bytes(password));
  return stored !== null && matches;
}
