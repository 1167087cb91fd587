import { type Tier } from '#core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('systems')
export class SystemRow {
  @PrimaryColumn('text') name!: string;
  @Column('text', { name: 'secret_hash' }) secretHash!: string;
  @Column('text') salt!: string;
  @Column('text') mode!: 'amqp' | 'poll';
  @Column('text', { name: 'signing_secret', nullable: true }) signingSecret!: string | null;
  @Column('boolean') arrivals!: boolean;
  @Column('bigint', { name: 'created_at' }) createdAt!: number;
  @Column('bigint', { name: 'locked_at', nullable: true }) lockedAt!: number | null;
  @Column('bigint', { name: 'last_seen_at', nullable: true }) lastSeenAt!: number | null;
}

@Entity('system_codes')
export class SystemCodeRow {
  @PrimaryColumn('text') code!: string;
  @Column('text') system!: string;
}

@Entity('agencies')
export class AgencyRow {
  @PrimaryColumn('text') code!: string;
  @Column('text', { name: 'code_qd20' }) codeQd20!: string;
  @Column('text') name!: string;
  @Column('text') tier!: Tier;
  @Column('text', { nullable: true }) parent!: string | null;
  @Column('text', { name: 'search_text' }) searchText!: string;
  @Column('text', { nullable: true }) mail!: string | null;
  @Column('text', { nullable: true }) mobile!: string | null;
  @Column('text', { nullable: true }) fax!: string | null;
  @Column('text', { name: 'registered_by', nullable: true }) registeredBy!: string | null;
  @Column('integer') version!: number;
  @Column('bigint', { name: 'modified_at' }) modifiedAt!: number;
  @Column('bigint', { name: 'deleted_at', nullable: true }) deletedAt!: number | null;
}
