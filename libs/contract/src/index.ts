export * from './comment-status.js';
export * from './finding.js';
export * from './policy.js';
export * from './reading.js';
export * from './comments.js';
export * from './problem.js';
export * from './errors.js';
