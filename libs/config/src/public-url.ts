import type { Config } from './config.js';

/**
 * The address at which people reach the service, without a slash at its end.
 * @param port the one that it really listens on, where PORT=0 took a free one.
 */
export function publicUrl(config: Config, port: number = config.PORT): string {
  if (config.PUBLIC_URL !== undefined) return config.PUBLIC_URL;
  const everywhere = config.HOST === '0.0.0.0' || config.HOST === '::';
  const host = everywhere ? '127.0.0.1' : config.HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
