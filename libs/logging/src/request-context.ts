import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or job has in common. */
export interface LogContext {
  requestId?: string;
  jobId?: string;
}

const storage = new AsyncLocalStorage<LogContext>();

/** Runs the work so that all its log lines carry the context. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the running request or job; empty outside of one. */
export function logContext(): LogContext {
  return storage.getStore() ?? {};
}
