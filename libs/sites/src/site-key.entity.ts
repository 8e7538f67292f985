import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SiteEntity } from './site.entity.js';

/** A public key as it is, or a secret key as its SHA-256: exactly one of the two. */
@Entity('site_keys')
export class SiteKeyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => SiteEntity, { eager: true })
  @JoinColumn({ name: 'site_id' })
  site!: SiteEntity;

  @Column('text', { name: 'public_key', nullable: true })
  publicKey!: string | null;

  @Column('bytea', { name: 'secret_hash', nullable: true })
  secretHash!: Buffer | null;

  /** The last four characters of a secret key; `null` where they were never kept. */
  @Column('text', { nullable: true })
  hint!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** True to a minute or so. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
