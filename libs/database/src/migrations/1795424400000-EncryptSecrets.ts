import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Room for the secrets of sites as ciphertexts, beside what stands in the clear: a row has one of the two.
 * The way back is barred while any are encrypted, since nobody could read them any more.
 */
export class EncryptSecrets1795424400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, clear, ciphertext } of PLACES) {
      await runner.query(`
        ALTER TABLE ${table}
          ALTER COLUMN ${clear} DROP NOT NULL,
          ADD COLUMN ${ciphertext} bytea,
          ADD COLUMN encryption_key_id text,
          ADD CONSTRAINT ${table}_clear_or_encrypted CHECK (
            num_nonnulls(${clear}, ${ciphertext}) = 1
            AND (${ciphertext} IS NULL) = (encryption_key_id IS NULL))`);
    }
    // Its last four characters, which nobody can cut from a ciphertext.
    await runner.query('ALTER TABLE coral_secrets ADD COLUMN hint text');
    await runner.query('UPDATE coral_secrets SET hint = right(secret, 4)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, clear, ciphertext } of PLACES) {
      await runner.query(`
        ALTER TABLE ${table}
          DROP CONSTRAINT ${table}_clear_or_encrypted,
          ALTER COLUMN ${clear} SET NOT NULL,
          DROP COLUMN ${ciphertext},
          DROP COLUMN encryption_key_id`);
    }
    await runner.query('ALTER TABLE coral_secrets DROP COLUMN hint');
  }
}

const PLACES = [
  { table: 'site_identity_secrets', clear: 'secret', ciphertext: 'ciphertext' },
  { table: 'coral_secrets', clear: 'secret', ciphertext: 'ciphertext' },
  { table: 'sites', clear: 'signing_key', ciphertext: 'signing_key_ciphertext' },
];
