/** Postgres settings by name; see https://www.postgresql.org/docs/18/runtime-config.html. */
export type Settings = Record<string, string>;

/** Settings for a small machine that never trade safety for speed, with the caller's last. */
export function serverSettings(port: number, overrides: Settings = {}): Settings {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Nothing replicates from it, so that bulk loads may skip the log.
    wal_level: 'minimal',
    max_wal_senders: '0',
    min_wal_size: '64MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    ...quietLog,
    ...overrides,
  };
}

/** Errors of statements quote what was sent, which may be a comment or an address: only the server's own news is logged. */
const quietLog: Settings = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
};

/** Command-line arguments that set them. */
export function settingArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
