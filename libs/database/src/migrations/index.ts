import { InitialSchema1795305600000 } from './1795305600000-InitialSchema.js';
import { AddReaders1795402800000 } from './1795402800000-AddReaders.js';
import { AddThreads1795406400000 } from './1795406400000-AddThreads.js';
import { IndexThreads1795406460000 } from './1795406460000-IndexThreads.js';

/** All migrations, oldest first. */
export const MIGRATIONS = [
  InitialSchema1795305600000,
  AddReaders1795402800000,
  AddThreads1795406400000,
  IndexThreads1795406460000,
];
