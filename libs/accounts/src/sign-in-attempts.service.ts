import { Injectable } from '@nestjs/common';
import { DomainError } from '#contract';
import { Database } from '#database';
import { createHash } from 'node:crypto';
import * as sql from './sign-in-attempts.sql.js';

/** Where an attempt to sign in comes from. */
export interface ClientNetwork {
  /** The address, or, of IPv6, the network that one customer has. */
  network: string;
  /** Whether it stands for one customer: behind a proxy that nobody named, all come from one address. */
  isPublic: boolean;
}

interface Limit {
  /** Failures before the first pause. */
  free: number;
  /** The first pause, in seconds; each further one is twice as long. */
  pause: number;
  longest: number;
}

const LIMITS = {
  /** One person who mistypes, or one who tries passwords from one place. */
  pair: { free: 5, pause: 30, longest: 3600 },
  /** Passwords tried from many places. The pause is short, since it also keeps the account's owner out. */
  account: { free: 30, pause: 60, longest: 900 },
  /** One password tried on many accounts, or one newsroom behind one address. */
  network: { free: 60, pause: 60, longest: 900 },
} as const satisfies Record<string, Limit>;

interface Counter extends Limit {
  key: Buffer;
}

/**
 * Makes guessing passwords slow. The counters are in Postgres, so that they hold over all processes,
 * and exist for any e-mail that somebody types, so that they tell nothing about accounts.
 */
@Injectable()
export class SignInAttempts {
  constructor(private readonly database: Database) {}

  /**
   * Tries what a password opens; what it gives is the answer, `null` means that it was wrong.
   * @throws DomainError SIGN_IN_LOCKED, after too many failures, without trying it.
   */
  async attempt<T>(
    email: string,
    from: ClientNetwork,
    opens: () => Promise<T | null>,
  ): Promise<T | null> {
    const counters = countersOf(email, from);
    await this.count(Object.values(counters));
    const opened = await opens();
    if (opened !== null) {
      const { pair, account, network } = counters;
      await this.database.execute(sql.SUCCEEDED, [[pair.key, account.key], network?.key ?? null]);
    }
    return opened;
  }

  private async count(counters: Counter[]): Promise<void> {
    // In one order for all, so that two attempts never wait for each other.
    const ordered = counters.sort((a, b) => Buffer.compare(a.key, b.key));
    const counted = await this.database
      .transaction(async (session) => {
        for (const { key, free, pause, longest } of ordered) {
          const rows = await session.query(sql.COUNT, [key, free, pause, longest]);
          if (rows.length === 0) throw new Locked();
        }
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof Locked) return false;
        throw error;
      });
    if (!counted) throw await this.locked(ordered.map(({ key }) => key));
  }

  private async locked(keys: Buffer[]): Promise<DomainError> {
    const [row] = await this.database.query<{ seconds: number | null }>(sql.LOCKED_FOR, [keys]);
    const seconds = Math.max(1, row?.seconds ?? 1);
    return new DomainError(
      'SIGN_IN_LOCKED',
      `There were too many failed attempts; try again in ${inWords(seconds)}.`,
      undefined,
      seconds,
    );
  }
}

/** Takes the transaction back, so that an attempt that is not made counts nowhere. */
class Locked extends Error {}

function countersOf(
  email: string,
  { network, isPublic }: ClientNetwork,
): { pair: Counter; account: Counter; network?: Counter } {
  const account = email.trim().normalize('NFKC').toLowerCase();
  const counters = {
    pair: { key: keyOf('pair', account, network), ...LIMITS.pair },
    account: { key: keyOf('account', account), ...LIMITS.account },
  };
  if (!isPublic) return counters;
  return { ...counters, network: { key: keyOf('network', network), ...LIMITS.network } };
}

/** A hash, since people type their passwords where the e-mail belongs. */
function keyOf(...parts: string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
