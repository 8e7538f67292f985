import { InitialSchema1795305600000 } from './1795305600000-InitialSchema.js';
import { AddReaders1795402800000 } from './1795402800000-AddReaders.js';

/** All migrations, oldest first. */
export const MIGRATIONS = [InitialSchema1795305600000, AddReaders1795402800000];
