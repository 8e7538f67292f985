export { type AuditEvent, AuditTrail } from './audit-trail.js';
export type { AuditFilter } from './audit-filter.js';
export { readAudit } from './audit-log.js';
export { readSubjectEvents, type SubjectEvent } from './subject-events.js';
