import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A news site: everything else belongs to one. */
@Entity('sites')
export class SiteEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** Origins whose pages may use the public key; `*` allows all. */
  @Column('text', { array: true })
  origins!: string[];

  /** When an admin set the origins; from then on those of the environment do not count. */
  @Column('timestamptz', { name: 'origins_set_at', nullable: true })
  originsSetAt!: Date | null;

  /** Counts up with each change of name or origins. */
  @Column('integer', { default: 1 })
  version!: number;

  /** In the clear; `null` where it is encrypted. */
  @Column('bytea', { name: 'signing_key', nullable: true })
  signingKey!: Buffer | null;

  @Column('bytea', { name: 'signing_key_ciphertext', nullable: true })
  signingKeyCiphertext!: Buffer | null;

  @Column('text', { name: 'encryption_key_id', nullable: true })
  encryptionKeyId!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
