export { JsonLogger, type LogFields } from './json-logger.js';
export { type LogContext, logContext, withLogContext } from './request-context.js';
