import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { logContext } from './request-context.js';

/** Fields of one log line; never a comment's text, a name, an address or a key. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/**
 * Nest's logger as JSON lines. What callers pass as message must be made by us: texts of readers
 * and their data are not logged.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string, service: string, destination?: DestinationStream) {
    const options = {
      level,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      // A copy: pino writes the fields of the line into what it is given.
      mixin: () => ({ ...logContext() }),
    };
    this.pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  /** Writes a line with fields of its own. */
  write(level: 'info' | 'debug', message: string, fields: LogFields): void {
    this.pino[level](fields, message);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.pino.info(...line(message, rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(...line(message, rest));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn(...line(message, rest));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(...line(message, rest));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.pino.trace(...line(message, rest));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.pino.fatal(...line(message, rest));
  }
}

/** Nest passes the class's name last, and for errors the stack before it. */
function line(message: unknown, rest: unknown[]): [object, string] {
  const texts = rest.filter((part) => typeof part === 'string');
  const context = texts.at(-1);
  const stack = texts.length > 1 ? texts[0] : undefined;
  if (message instanceof Error) return [{ context, stack: message.stack }, message.message];
  return [{ context, stack }, String(message)];
}
