export { JsonLogger, type LogFields } from './json-logger.js';
export { type LogContext, withLogContext } from './request-context.js';
