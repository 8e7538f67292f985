import { cpus } from 'node:os';

/** Where and when figures were taken; without it they mean nothing. */
export interface Machine {
  cores: number;
  model: string;
  node: string;
  date: string;
}

/** Describes this machine. */
export function describeMachine(now: Date): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    model: processors[0]?.model.trim() ?? 'unknown',
    node: process.version,
    date: now.toISOString(),
  };
}

/** The machine in one line. */
export function machineLine({ cores, model, node, date }: Machine): string {
  return `${cores} cores (${model}), Node ${node.replace('v', '')}, ${date}`;
}
