import { InitialSchema1795305600000 } from './1795305600000-InitialSchema.js';

/** All migrations, oldest first. */
export const MIGRATIONS = [InitialSchema1795305600000];
