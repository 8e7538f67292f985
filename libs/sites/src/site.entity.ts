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

  @Column('bytea', { name: 'signing_key' })
  signingKey!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
