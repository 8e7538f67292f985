import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { DomainError } from '#contract';
import { LRUCache } from 'lru-cache';
import { Keyring } from './keyring.js';
import { boundTo, type SecretPlace, type StoredSecret } from './stored-secret.js';

/** Each secret that cannot be read is told of once in so many milliseconds, however often it is asked for. */
const TOLD_FOR_MS = 3_600_000;

/** Under which key a secret stands, as far as its row says. */
export type SecretState = 'clear' | 'current' | 'older' | 'keyless';

/** Encrypts what is stored of sites' secrets under the operator's keys; without a key it stays in the clear. */
@Injectable()
export class Secrets {
  private readonly logger = new Logger(Secrets.name);
  private readonly keyring: Keyring;
  private readonly told = new LRUCache<string, true>({ max: 1000, ttl: TOLD_FOR_MS });

  constructor(@Inject(CONFIG) { ENCRYPTION_KEYS: keys = [] }: Pick<Config, 'ENCRYPTION_KEYS'>) {
    this.keyring = new Keyring(keys);
  }

  /** Whether there is a key to encrypt with. */
  get encrypting(): boolean {
    return this.keyring.currentId !== null;
  }

  /** A secret as it is to be stored in this place. */
  seal(place: SecretPlace, secret: Uint8Array): StoredSecret {
    const sealed = this.keyring.encrypt(secret, boundTo(place));
    return sealed === null
      ? { secret: Buffer.from(secret), ciphertext: null, key_id: null }
      : { secret: null, ciphertext: sealed.ciphertext, key_id: sealed.keyId };
  }

  /** The secret that is stored in this place; `null` when it cannot be read, which the log then tells. */
  read(place: SecretPlace, stored: StoredSecret): Buffer | null {
    const { secret, ciphertext, key_id: keyId } = stored;
    if (ciphertext === null || keyId === null) return secret;
    const opened = this.keyring.decrypt({ ciphertext, keyId }, boundTo(place));
    if (opened === null) this.tell(place, keyId);
    return opened;
  }

  /**
   * As {@link read}, for who cannot do without.
   * @throws DomainError SECRET_UNREADABLE
   */
  open(place: SecretPlace, stored: StoredSecret): Buffer {
    const secret = this.read(place, stored);
    if (secret === null) throw secretUnreadable();
    return secret;
  }

  stateOf({ ciphertext, key_id: keyId }: StoredSecret): SecretState {
    if (ciphertext === null || keyId === null) return 'clear';
    if (keyId === this.keyring.currentId) return 'current';
    return this.keyring.has(keyId) ? 'older' : 'keyless';
  }

  private tell({ table, siteId, id }: SecretPlace, keyId: string): void {
    const place = `${table}, site ${siteId}, id ${id}`;
    if (this.told.has(place)) return;
    this.told.set(place, true);
    this.logger.error(
      this.keyring.has(keyId)
        ? `A secret cannot be read (${place}): what is stored is not what was encrypted there under the key ${keyId}; hand the secret in anew.`
        : `A secret cannot be read (${place}): it is encrypted under the key ${keyId}, which is not among ENCRYPTION_KEYS; add that key.`,
    );
  }
}

/** The caller is told no more than that: the rest is the operator's. */
export function secretUnreadable(): DomainError {
  return new DomainError(
    'SECRET_UNREADABLE',
    'A secret of this site is encrypted and cannot be read; whoever runs the service finds the reason in its log.',
  );
}
