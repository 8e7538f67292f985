import { customCleanEnv } from 'envalid';
import { openIdRuleBroken } from './openid-rules.js';
import { scorerRuleBroken } from './scorer-rules.js';
import { SETTINGS } from './settings.js';

type Parsed<S> = S extends { _parse: (input: string) => infer T }
  ? S extends { default: undefined }
    ? T | undefined
    : T
  : never;

/** The settings of one process: validated once, then frozen. */
export type Config = Readonly<{ [K in keyof typeof SETTINGS]: Parsed<(typeof SETTINGS)[K]> }>;

/** Injection token of the {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** Settings that are missing or wrong; its message lists them all and never shows a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing means the same as one that is not set; compose files write them so. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

/**
 * Reads the environment into one typed, frozen object.
 * @throws {@link ConfigError} naming every setting that breaks its rule.
 */
export function loadConfig(environment: Environment = process.env): Config {
  const config = customCleanEnv<typeof SETTINGS, object>(
    withoutEmpty(environment),
    SETTINGS,
    (cleaned) => cleaned,
    {
      reporter: ({ errors }) => {
        const broken = Object.entries(errors).map(([name, error]) => `${name} ${error.message}`);
        if (broken.length > 0) throw new ConfigError(`${broken.join('; ')}.`);
      },
    },
  ) as Config;
  if ((config.MODERATO_SITE_KEY === undefined) !== (config.MODERATO_SITE_SECRET === undefined)) {
    throw new ConfigError('MODERATO_SITE_KEY and MODERATO_SITE_SECRET must be given together.');
  }
  const broken = scorerRuleBroken(config) ?? openIdRuleBroken(config);
  if (broken !== null) throw new ConfigError(broken);
  return config;
}

/** The value of `DATABASE_URL`. @throws {@link ConfigError} when it is not set. */
export function requireDatabaseUrl(config: Config): string {
  if (config.DATABASE_URL !== undefined) return config.DATABASE_URL;
  throw new ConfigError(
    'DATABASE_URL must be set, as in postgres://user:password@host:5432/moderato; to run without a database of your own, use npm start.',
  );
}
