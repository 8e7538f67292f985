import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_KEYS } from '#config';

interface Service {
  image: string;
  build?: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  command?: string[];
  environment?: Record<string, string | number>;
  ports?: string[];
  restart?: string;
  container_name?: string;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  deploy?: { resources: { limits: { memory: string } } };
}

interface Manifest {
  engines: { node: string };
  scripts: Record<string, string>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

const composeText = read('docker-compose.yml');
const { services } = parse(composeText, { merge: true }) as { services: Record<string, Service> };
const all = Object.entries(services);
const ours = all.filter(([, service]) => service.build !== undefined);
const waits = all.flatMap(([name, service]) =>
  Object.entries(service.depends_on ?? {}).map(([on, { condition }]) => ({ name, on, condition })),
);
const dockerfile = read('Dockerfile')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const manifest = JSON.parse(read('package.json')) as Manifest;

/** Settings of the compose file itself; its head explains them. */
const OF_COMPOSE = ['POSTGRES_PASSWORD', 'MODERATO_IMAGE', 'MODERATO_PORT', 'WORKER_REPLICAS'];

/** The TypeScript file that a file of the build is made from. */
const sourceOf = (built: string): string => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

const builtFiles = (words: string[]): string[] => words.filter((word) => word.startsWith('dist/'));

describe('docker-compose.yml', () => {
  it('uses only variables that the configuration or its own head explains', () => {
    const used = [...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(used).toContain('POSTGRES_PASSWORD');
    expect(used.filter((name) => ![...CONFIG_KEYS, ...OF_COMPOSE].includes(name!))).toEqual([]);
    const head = composeText.slice(0, composeText.indexOf('\nname:'));
    expect(OF_COMPOSE.filter((name) => !head.includes(name))).toEqual([]);
  });

  it.each(ours)('gives %s only settings that the configuration knows', (_name, service) => {
    const keys = Object.keys(service.environment ?? {});
    expect(keys).toContain('DATABASE_URL');
    expect(keys.filter((key) => !(CONFIG_KEYS as readonly string[]).includes(key))).toEqual([]);
  });

  it.each(ours)('starts %s from a file that the build makes', (_name, service) => {
    const files = builtFiles([...(service.command ?? []), ...(service.healthcheck?.test ?? [])]);
    expect(files.length).toBeGreaterThan(0);
    expect(files.map(sourceOf).filter((file) => !existsSync(resolve(ROOT, file)))).toEqual([]);
  });

  it.each(all)('asks %s for its health, or waits for its end', (name, service) => {
    const endsByItself = waits.some(
      ({ on, condition }) => on === name && condition === 'service_completed_successfully',
    );
    expect(service.healthcheck === undefined).toBe(endsByItself);
    expect(service.restart).toBe(endsByItself ? 'on-failure:3' : 'unless-stopped');
  });

  it('waits for healthy services and never for merely started ones', () => {
    expect(waits.length).toBeGreaterThan(0);
    expect(waits.filter(({ on }) => !(on in services))).toEqual([]);
    expect(waits.filter(({ condition }) => condition === 'service_started')).toEqual([]);
  });

  it.each(all)(
    'runs %s without root, capabilities, a writable disk or unlimited memory',
    (_name, service) => {
      expect(service.user).toMatch(/^(node|postgres|redis)$/);
      expect(service.read_only).toBe(true);
      expect(service.cap_drop).toEqual(['ALL']);
      expect(service.security_opt).toContain('no-new-privileges:true');
      expect(service.tmpfs?.some((path) => path.startsWith('/tmp'))).toBe(true);
      expect(service.deploy?.resources.limits.memory).toMatch(/^\d+[mg]$/);
      expect(service.container_name).toBe(undefined);
    },
  );

  it('publishes nothing but the API, on this host only', () => {
    const published = all.filter(([, service]) => service.ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(['api']);
    expect(services.api?.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  it('pins the images of others by their major version and holds no password', () => {
    const images = all.filter(([, { build }]) => build === undefined).map(([, { image }]) => image);
    expect(images).toEqual(['postgres:18', 'redis:8']);
    expect(composeText).not.toMatch(/PASSWORD: (?!\$\{POSTGRES_PASSWORD:\?)/);
    expect(composeText).not.toMatch(/:\/\/\w+:(?!\$\{POSTGRES_PASSWORD:\?)[^/]*@/);
  });
});

describe('Dockerfile', () => {
  const lastStage = dockerfile.slice(dockerfile.findLastIndex((line) => line.startsWith('FROM ')));

  it('ends as a user other than root, with Node in the first place', () => {
    expect(lastStage).toContain('USER node');
    expect(lastStage).toContain('STOPSIGNAL SIGTERM');
    const command = JSON.parse(lastStage.at(-1)!.replace(/^CMD /, '')) as string[];
    expect(command[0]).toBe('node');
    expect(builtFiles(command).map(sourceOf)).toEqual(['apps/api/src/main.ts']);
    expect(existsSync(resolve(ROOT, 'apps/api/src/main.ts'))).toBe(true);
  });

  it('copies files that exist and that .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const copied = dockerfile
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .filter((path) => path !== '.');
    expect(copied).toContain('package-lock.json');
    expect(copied.filter((path) => !existsSync(resolve(ROOT, path)))).toEqual([]);
    expect(copied.filter((path) => !allowed.includes(`!${path}`))).toEqual([]);
  });

  it('runs only scripts that package.json has', () => {
    const scripts = dockerfile.flatMap((line) => /^RUN npm run (\S+)/.exec(line)?.[1] ?? []);
    expect(scripts).toEqual(['build']);
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('leaves the packages of development and the embedded database out', () => {
    expect(dockerfile).toContain('RUN npm ci --omit=dev --omit=optional --ignore-scripts');
    expect(lastStage).toContain('COPY --from=dependencies /app/node_modules ./node_modules');
  });

  it('uses a Node that the project supports', () => {
    const [, major] = /^FROM node:(\d+)-/.exec(dockerfile[0]!)!;
    const [, least] = /(\d+)/.exec(manifest.engines.node)!;
    expect(Number(major)).toBeGreaterThanOrEqual(Number(least));
  });
});
