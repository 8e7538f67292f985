import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that cannot be mistaken for a later one that got the same pid. */
export interface ProcessIdentity {
  pid: number;
  /** When the process started, as the system writes it. */
  started: string;
  /** Where the pid means anything: one boot of one machine, one pid namespace (container). */
  scope: string;
}

/** What a process table says of one live process. */
interface LiveProcess {
  name: string;
  started: string;
}

/** The process table's word on a pid; undefined when nothing runs there (a zombie does not run). */
function liveProcess(pid: number): LiveProcess | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): LiveProcess | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  const started = fields[19];
  if (started === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { name: stat.slice(stat.indexOf('(') + 1, end), started };
}

function fromPs(pid: number): LiveProcess | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const found = /^\s*(\S+)\s+(.{24})\s+(.*)$/m.exec(stdout);
  if (!found || found[1]?.startsWith('Z')) return undefined;
  return { name: found[3] ?? '', started: found[2] ?? '' };
}

/** The calling process. */
export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    started: liveProcess(process.pid)?.started ?? '',
    scope: pidScope(),
  };
}

/** Whether a process of this very scope still runs; undefined when it is of another, where its pid says nothing. */
export function stillRuns(identity: ProcessIdentity): boolean | undefined {
  if (identity.scope !== pidScope()) return undefined;
  return liveProcess(identity.pid)?.started === identity.started;
}

let scope: string | undefined;

function pidScope(): string {
  scope ??= findScope();
  return scope;
}

function findScope(): string {
  if (process.platform === 'linux') {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
      return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
    } catch {
      return randomUUID();
    }
  }
  // Without a process table to ask, no other process can be judged by its pid.
  return process.platform === 'win32' ? randomUUID() : hostname();
}

/** Whether a process is a Postgres server that runs on this data directory. */
export function isPostgresOn(pid: number, cluster: string): boolean {
  const live = liveProcess(pid);
  if (!live) return false;
  if (process.platform !== 'linux')
    return live.name.includes('postgres') && live.name.includes(cluster);
  if (live.name !== 'postgres') return false;
  try {
    // Compared as files, not names: a server started below a closed folder knows it by another name.
    const here = statSync(`/proc/${pid}/cwd`);
    const there = statSync(cluster);
    return here.dev === there.dev && here.ino === there.ino;
  } catch {
    return false;
  }
}
