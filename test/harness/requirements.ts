import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/** Something beside npm packages that a suite needs. */
export interface Requirement {
  /** As in "needs redis-server". */
  name: string;
  /** Where it is; undefined when it is missing or scripts/test.mjs says to do without. */
  path: string | undefined;
}

const redisServer: Requirement = {
  name: 'redis-server',
  path: without('redis-server') ? undefined : onPath('redis-server'),
};

const chromium: Requirement = {
  name: 'chromium',
  path: without('chromium')
    ? undefined
    : (process.env['CHROMIUM_PATH'] ?? onPath('chromium', 'chromium-browser', 'google-chrome')),
};

/** Comments and labels of real sites, which are too large for this repository. */
const sharedDataFolder: Requirement = { name: '../shared/data', path: sharedData() };

/** It takes 288 MB, so that npm ci leaves it out; npm test installs it below node_modules/.cache. */
const onnxruntimeNode: Requirement = {
  name: 'onnxruntime-node',
  path: without('onnxruntime-node') ? undefined : packageFolder('onnxruntime-node'),
};

/** Other services' clients, 300 MB; npm test installs them. */
const clients: Requirement = {
  name: 'test/clients',
  path: without('test/clients') ? undefined : installedClients(),
};

/** What suites may need beside npm packages; pass one to describeWith(). */
export const needs = {
  redisServer,
  chromium,
  sharedData: sharedDataFolder,
  onnxruntimeNode,
  clients,
};

function installedClients(): string | undefined {
  const folder = fileURLToPath(new URL('../clients/node_modules/', import.meta.url));
  return existsSync(folder) ? folder : undefined;
}

/** Where a package lies that is no dependency: in node_modules, or where scripts/install-onnx-runtime.mjs puts it. */
function packageFolder(name: string): string | undefined {
  const project = fileURLToPath(new URL('../../', import.meta.url));
  return [project, join(project, 'node_modules/.cache/onnxruntime/')]
    .map((folder) => join(folder, 'node_modules', name))
    .find((folder) => existsSync(folder));
}

/** The folder of the shared data; undefined when it is not here. */
function sharedData(): string | undefined {
  const beside = fileURLToPath(new URL('../../../shared/data', import.meta.url));
  const folder = process.env['MODERATO_SHARED_DATA'] ?? beside;
  return !without('shared-data') && existsSync(folder) ? folder : undefined;
}

/** A suite that is left out, under a title that says why, where something it needs is missing. */
export function describeWith(needed: Requirement, title: string, body: () => void): void {
  describe.skipIf(needed.path === undefined)(`${title} (needs ${needed.name})`, body);
}

/** MODERATO_TEST_WITHOUT is a comma-separated list of what to do as if it were missing. */
function without(name: string): boolean {
  return (process.env['MODERATO_TEST_WITHOUT'] ?? '').split(',').includes(name);
}

function onPath(...programs: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find((path) => existsSync(path));
}
