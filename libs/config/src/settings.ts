import { Rate } from './rate.js';
import {
  choice,
  encryptionKeys,
  httpUrl,
  integer,
  issuer,
  key,
  label,
  modelName,
  origin,
  origins,
  proxies,
  rate,
  secret,
  text,
  urlWith,
} from './setting-kinds.js';

/** Every setting that Moderato reads from its environment; docs/configuration.md is generated from it. */
export const SETTINGS = {
  DATABASE_URL: urlWith(
    'postgres',
    'postgresql',
  )({
    default: undefined,
    desc: 'PostgreSQL 14 or later. Needed by `start:api`, `start:worker`, `migrate` and `audit:counts`; `npm start` brings its own.',
    example: 'postgres://moderato:secret@db.internal:5432/moderato',
  }),
  DATABASE_POOL_SIZE: integer(
    2,
    200,
  )({
    default: 10,
    desc: 'Connections that each process opens at most, besides those of the queue.',
  }),
  REDIS_URL: urlWith(
    'redis',
    'rediss',
  )({
    default: undefined,
    desc: 'Redis 6.2 or later (or Valkey). If set, the job queue lives there; if not, in PostgreSQL. `npm start` has its queue in its own PostgreSQL whatever this says.',
    example: 'redis://cache.internal:6379/0',
  }),
  HOST: text({ default: '127.0.0.1', desc: 'The address that the API listens on.' }),
  PORT: integer(
    0,
    65_535,
  )({
    default: 3000,
    desc: 'The port that the API listens on; 0 takes a free one.',
  }),
  TRUST_PROXY: proxies({
    default: 'false',
    desc: 'Which proxies may name the reader’s address in `X-Forwarded-For`: `true` (all), a number of hops, or addresses and networks.',
    example: '10.0.0.0/8',
  }),
  PUBLIC_URL: origin({
    default: undefined,
    desc: 'The address at which moderators reach the service, without a path: links and the way back from OpenID Connect are made of it. If not given, it is made of `HOST` and `PORT`.',
    example: 'https://moderato.news.example',
  }),
  OIDC_ISSUER: issuer({
    default: undefined,
    desc: 'Lets moderators sign in with the newsroom’s own accounts, by OpenID Connect: the issuer, whose `/.well-known/openid-configuration` tells the rest. Register `PUBLIC_URL` with `/v1/session/openid/callback` as redirect address there.',
    example: 'https://login.news.example/realms/newsroom',
  }),
  OIDC_CLIENT_ID: secret({
    default: undefined,
    desc: 'The client that the issuer knows this service as. Goes together with `OIDC_ISSUER`.',
  }),
  OIDC_CLIENT_SECRET: secret({
    default: undefined,
    desc: 'The client’s secret. Goes together with `OIDC_ISSUER`.',
  }),
  OIDC_NAME: label({
    default: 'OpenID Connect',
    desc: 'What the console calls that way of signing in.',
    example: 'the newsroom’s account',
  }),
  OIDC_ONLY: choice(
    'false',
    'true',
  )({
    default: 'false',
    desc: 'Whether that is the only way to sign in: `true` turns passwords off.',
  }),
  LOG_LEVEL: choice(
    'trace',
    'debug',
    'info',
    'warn',
    'error',
    'fatal',
    'silent',
  )({
    default: 'info',
    desc: 'The least severe log lines that are written: `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`. `npm start` begins at `warn`.',
  }),
  MODERATO_DATA: text({
    default: './.moderato',
    desc: 'The folder of `npm start`: its database, its log, the first site’s keys.',
  }),
  MODERATO_SITE_KEY: key('pk')({
    default: undefined,
    desc: 'The first site’s public key: `npm run migrate` makes the site with it. Where it is not given, `npm start` makes one, and in production `npm run add-site` does. It makes the site and no more: a key that an admin has revoked in the console stays revoked, and the start says so in one sentence.',
  }),
  MODERATO_SITE_SECRET: key('sk')({
    default: undefined,
    desc: 'The first site’s secret key. Goes together with `MODERATO_SITE_KEY`.',
  }),
  MODERATO_SITE_ORIGINS: origins({
    default: undefined,
    desc: 'The origins whose pages may call the API with the first site’s public key, separated by commas: `https://`, a host, a port if need be (`http://` for `localhost` alone), or `*` for all. If not given, a new site allows all, and those of one that is there stay. `npm run migrate` and `npm start` write them anew at each run, until an admin sets others in the console; from then on those count, and the start says so.',
    example: 'https://news.example,https://www.news.example',
  }),
  ENCRYPTION_KEYS: encryptionKeys({
    default: undefined,
    desc: 'Encrypts the secrets of sites in the database: keys of 32 bytes in base64 or hexadecimal, separated by commas. The first one encrypts, all decrypt. Every process and tool that reaches the database needs them, and nothing brings back what was encrypted under a key that is lost. If not given, those secrets are stored in the clear; see `docs/secrets.md`.',
    example: '$(openssl rand -base64 32)',
  }),
  DEMO: choice(
    'true',
    'false',
  )({
    default: undefined,
    desc: 'Whether the API serves `/demo`, a newspaper to try the widget on. If not set, `npm start` does while `HOST` is this machine itself. With `start:api` it needs `MODERATO_SITE_KEY`.',
  }),
  WORKER_CONCURRENCY: integer(
    1,
    1000,
  )({
    default: 50,
    desc: 'Comments that a worker takes on at the same time.',
  }),
  CHECK_TIME_LIMIT_MS: integer(
    10,
    60_000,
  )({
    default: 2000,
    desc: 'How long one check may take, in milliseconds; after that it counts as one that cannot run.',
  }),
  CLASSIFIER_WEIGHTS: text({
    default: undefined,
    desc: 'The weights file of the local model, if not the shipped one (`models/classifier.weights`): one that you trained yourself with `npm run train`. Read once, at the start.',
    example: '/srv/models/classifier.weights',
  }),
  SCORER: choice(
    'local',
    'perspective',
    'openai',
    'onnx',
  )({
    default: 'local',
    desc: 'Who scores comments: `local` (the shipped model, on this machine), `perspective` (a service that speaks Perspective’s format), `openai` (OpenAI’s moderation endpoint, or one like it), `onnx` (a model of your own from a folder). The local model stands in for the others; see `docs/scorers.md`.',
  }),
  SCORER_URL: httpUrl({
    default: undefined,
    desc: 'The whole address that texts are sent to. Needed with `SCORER=perspective`; with `openai` it is `https://api.openai.com/v1/moderations` if not given.',
    example: 'https://scores.example/v1alpha1/comments:analyze',
  }),
  SCORER_API_KEY: secret({
    default: undefined,
    desc: 'The service’s key, a secret. Sent as `?key=` to `perspective`, as a bearer token to `openai`; OpenAI itself asks for one.',
  }),
  SCORER_MODEL: modelName({
    default: 'omni-moderation-latest',
    desc: 'The model that `openai` is asked for.',
  }),
  SCORER_FOLDER: text({
    default: undefined,
    desc: 'The folder of `onnx`: `model.onnx`, `config.json`, and `tokenizer.json` or `vocab.txt`. Who may write to it may run code.',
    example: '/srv/models/toxic-bert',
  }),
  SCORER_SPAM: choice(
    'false',
    'true',
  )({
    default: 'false',
    desc: 'Whether `perspective` is asked for `SPAM` as well, which few services know, and those in English only; the local model scores it otherwise.',
  }),
  SCORER_TIMEOUT_MS: integer(
    10,
    60_000,
  )({
    default: 1000,
    desc: 'How long a scorer other than `local` is waited for, in milliseconds; then the local model scores. Must be less than `CHECK_TIME_LIMIT_MS`.',
  }),
  SCORER_FAILURES: integer(
    1,
    1000,
  )({
    default: 5,
    desc: 'After so many failures in a row a scorer other than `local` is left alone for `SCORER_PAUSE_MS`.',
  }),
  SCORER_PAUSE_MS: integer(
    100,
    3_600_000,
  )({
    default: 30_000,
    desc: 'How long it is left alone, in milliseconds, before one comment tries it again; the local model scores meanwhile.',
  }),
  STREAMS_PER_ADDRESS: integer(
    1,
    100_000,
  )({
    default: 50,
    desc: 'How many streams of events one address (of IPv6: network) may have open with one API process. Behind a proxy that `TRUST_PROXY` does not name, all readers are one address.',
  }),
  JOB_LOCK_MS: integer(
    1000,
    600_000,
  )({
    default: 30_000,
    desc: 'After this time without a sign of life from its worker, in milliseconds, a job goes to another.',
  }),
  SWEEP_AFTER_MS: integer(
    100,
    3_600_000,
  )({
    default: 30_000,
    desc: 'A comment that is pending for longer than this, in milliseconds, is handed to the queue again.',
  }),
  REVIEW_CLAIM_SECONDS: integer(
    10,
    86_400,
  )({
    default: 600,
    desc: 'How long comments that a moderator has taken on are theirs without a sign of life, in seconds.',
  }),
  REVIEW_UNDO_SECONDS: integer(
    0,
    86_400,
  )({
    default: 120,
    desc: 'How long a moderator’s decision can be taken back, in seconds; after that a new one is made.',
  }),
  IDEMPOTENCY_HOURS: integer(
    1,
    720,
  )({
    default: 24,
    desc: 'How long an `Idempotency-Key` is remembered, in hours.',
  }),
  LIMIT_POSTS_PER_READER: rate({
    default: new Rate(10, 60),
    desc: 'How many comments a reader whom a token or cookie names may post, as `tokens/seconds`: so many at once, and then one whenever the time has passed in which one of them comes back. `off`: no limit. Counted for all API processes together, in Redis if there is one, else in PostgreSQL.',
  }),
  LIMIT_POSTS_PER_ADDRESS: rate({
    default: new Rate(60, 60),
    desc: 'The same for an address (of IPv6, a network); schools and offices share one. Not for requests with the secret key, nor for private addresses.',
  }),
  LIMIT_POSTS_PER_ARTICLE: rate({
    default: new Rate(6000, 60),
    desc: 'How many comments may be posted under one article, counted in each API process: the brake of last resort.',
  }),
  LIMIT_ACTIONS_PER_READER: rate({
    default: new Rate(60, 60),
    desc: 'How many edits, deletions, reactions and reports a reader may send.',
  }),
  LIMIT_ACTIONS_PER_ADDRESS: rate({
    default: new Rate(300, 60),
    desc: 'How many of these, and how many previews, may come from an address.',
  }),
  LIMIT_PREVIEWS_PER_READER: rate({
    default: new Rate(20, 60),
    desc: 'How often a reader may ask what the checks think of a comment, and a moderator try a policy.',
  }),
  LIMIT_READS_PER_ADDRESS: rate({
    default: new Rate(600, 60),
    desc: 'How many times an address may read comments and counts, in each API process. A cache in front whose addresses are public must be named in `TRUST_PROXY`, or it is taken for one reader.',
  }),
  LIMIT_CHECKS_PER_KEY: rate({
    default: new Rate(6000, 60),
    desc: 'How many checks the clients of other systems may ask for with one integration key, in each API process.',
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The names of all settings, in the order of the documentation. */
export const CONFIG_KEYS: readonly SettingName[] = Object.keys(SETTINGS) as SettingName[];
