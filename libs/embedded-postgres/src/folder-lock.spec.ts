import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderLock, type LockHolder } from './folder-lock.js';
import { thisProcess } from './process-identity.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moderato-lock-'));
  path = join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

function leave(holder: Partial<LockHolder>, ageMs = 0): void {
  writeFileSync(path, JSON.stringify({ ...thisProcess(), token: 'left-behind', ...holder }));
  const touched = new Date(Date.now() - ageMs);
  utimesSync(path, touched, touched);
}

const acquire = () => FolderLock.acquire(path, { waitMs: 0 });

describe('the lock of a data folder', () => {
  it('is refused while its holder lives, naming it, and free when given back', async () => {
    const lock = await acquire();
    expect(await acquire()).toMatchObject({ pid: process.pid });
    (lock as FolderLock).release();
    expect(existsSync(path)).toBe(false);
    expect(await acquire()).toBeInstanceOf(FolderLock);
  });

  it('is taken from a killed holder whose pid another process has now', async () => {
    leave({ started: 'long ago' }, 0);
    expect(await acquire()).toBeInstanceOf(FolderLock);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('is taken although an earlier taker was killed at it', async () => {
    leave({ started: 'long ago' });
    const killed = { ...thisProcess(), started: 'long ago', token: 'killed-too' };
    writeFileSync(`${path}.left-behind`, JSON.stringify(killed));
    expect(await acquire()).toBeInstanceOf(FolderLock);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('is refused while a holder in another container keeps touching it', async () => {
    leave({ scope: 'another container', pid: 1 });
    expect(await acquire()).toMatchObject({ pid: 1 });
    leave({ scope: 'another container', pid: 1 }, 11_000);
    expect(await acquire()).toBeInstanceOf(FolderLock);
  });

  it('is judged by its age alone when a power cut emptied it', async () => {
    leave({});
    writeFileSync(path, '');
    expect(await acquire()).toMatchObject({ pid: 0 });
    const old = new Date(Date.now() - 11_000);
    utimesSync(path, old, old);
    expect(await acquire()).toBeInstanceOf(FolderLock);
  });

  it('is waited for, which is told once', async () => {
    const lock = (await acquire()) as FolderLock;
    const told: number[] = [];
    const onWait = ({ pid }: LockHolder) => told.push(pid);
    setTimeout(() => lock.release(), 120);
    const next = await FolderLock.acquire(path, { waitMs: 5_000, onWait });
    expect(next).toBeInstanceOf(FolderLock);
    expect(told).toEqual([process.pid]);
  });
});
