import {
  createCipheriv,
  createDecipheriv,
  createHash,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** Names the layout below, so that another can follow it one day. */
const VERSION = 1;
/** Of 96 random bits: safe for 2^32 encryptions under one key, and there are a handful a year. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_BYTES = 8;

/** What was encrypted, and the id of the key that opens it. */
export interface Sealed {
  /** Version, nonce, tag, encrypted bytes. */
  ciphertext: Buffer;
  keyId: string;
}

/** The operator's keys: the first one encrypts, all decrypt. */
export class Keyring {
  /** The id of the key that encrypts; `null` where there is none. */
  readonly currentId: string | null;
  private readonly keys: ReadonlyMap<string, KeyObject>;

  constructor(keys: readonly KeyObject[]) {
    this.keys = new Map(keys.map((key) => [keyIdOf(key), key]));
    this.currentId = this.keys.keys().next().value ?? null;
  }

  has(keyId: string): boolean {
    return this.keys.has(keyId);
  }

  /** @param boundTo what must be said again to decrypt it; @returns `null` without a key */
  encrypt(clear: Uint8Array, boundTo: string): Sealed | null {
    const key = this.currentId === null ? undefined : this.keys.get(this.currentId);
    if (this.currentId === null || key === undefined) return null;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(boundTo, 'utf8'));
    const encrypted = Buffer.concat([cipher.update(clear), cipher.final()]);
    const parts = [Buffer.of(VERSION), nonce, cipher.getAuthTag(), encrypted];
    return { ciphertext: Buffer.concat(parts), keyId: this.currentId };
  }

  /** What was encrypted; `null` when the key is not here, or anything is not as it was then. */
  decrypt({ ciphertext, keyId }: Sealed, boundTo: string): Buffer | null {
    const key = this.keys.get(keyId);
    const tagAt = 1 + NONCE_BYTES;
    const encryptedAt = tagAt + TAG_BYTES;
    if (key === undefined || ciphertext[0] !== VERSION || ciphertext.length < encryptedAt) {
      return null;
    }
    const nonce = ciphertext.subarray(1, tagAt);
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(boundTo, 'utf8'));
    decipher.setAuthTag(ciphertext.subarray(tagAt, encryptedAt));
    try {
      return Buffer.concat([decipher.update(ciphertext.subarray(encryptedAt)), decipher.final()]);
    } catch {
      return null;
    }
  }
}

/** Tells keys apart. A key has 256 random bits: nobody gets to it from 64 bits of a hash. */
function keyIdOf(key: KeyObject): string {
  const hash = createHash('sha256').update('moderato encryption key').update(key.export());
  return hash.digest('hex').slice(0, 2 * KEY_ID_BYTES);
}
