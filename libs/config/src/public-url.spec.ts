import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.js';
import { publicUrl } from './public-url.js';

describe('publicUrl', () => {
  it.each([
    [{}, undefined, 'http://127.0.0.1:3000'],
    [{ HOST: '0.0.0.0', PORT: '8080' }, undefined, 'http://127.0.0.1:8080'],
    [{ HOST: '::' }, undefined, 'http://127.0.0.1:3000'],
    [{ HOST: '::1' }, undefined, 'http://[::1]:3000'],
    [{ PORT: '0' }, 4711, 'http://127.0.0.1:4711'],
    [{ PUBLIC_URL: 'https://moderato.example/' }, 4711, 'https://moderato.example'],
    [{ PUBLIC_URL: 'HTTPS://Moderato.example:8443' }, 4711, 'https://moderato.example:8443'],
  ])('of %o on port %s is %s', (environment, port, address) => {
    expect(publicUrl(loadConfig(environment), port)).toBe(address);
  });

  it.each([
    'moderato.example',
    'https://a.example/moderato',
    'https://a:b@a.example',
    'ftp://a.example',
    'https://a.example/?x',
  ])('is not made of %s', (address) => {
    expect(() => loadConfig({ PUBLIC_URL: address })).toThrow(
      'PUBLIC_URL must be an address without a path',
    );
  });
});
