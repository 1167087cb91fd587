import { type Role } from '#core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('accounts')
export class AccountRow {
  @PrimaryColumn('text') name!: string;
  @Column('text') role!: Role;
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('bigint', { name: 'created_at' }) createdAt!: number;
  @Column('bigint', { name: 'last_signed_in_at', nullable: true }) lastSignedInAt!: number | null;
  @Column('bigint', { name: 'locked_at', nullable: true }) lockedAt!: number | null;
}

@Entity('sessions')
export class SessionRow {
  @PrimaryColumn('text') digest!: string;
  @Column('text') account!: string;
  @Column('bigint', { name: 'created_at' }) createdAt!: number;
  @Column('bigint', { name: 'last_seen_at' }) lastSeenAt!: number;
  @Column('bigint', { name: 'ends_at' }) endsAt!: number;
}

@Entity('program_tokens')
export class ProgramTokenRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') digest!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  @Column('bigint', { name: 'created_at' }) createdAt!: number;
  @Column('bigint', { name: 'last_used_at', nullable: true }) lastUsedAt!: number | null;
}
