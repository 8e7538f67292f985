export { Database, type Session, type Statement } from './database.js';
export { DatabaseModule } from './database.module.js';
export { dataSourceOptions, migrate } from './data-source.js';
export { Notifications } from './notifications.js';
export { assertMigrated, pendingMigrations } from './schema-state.js';
export { firstIdOf, momentOf } from './time-ordered-id.js';
