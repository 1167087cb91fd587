import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('refusals')
export class RefusalRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') system!: string;
  @Column('text', { name: 'submission_key' }) submissionKey!: string;
  @Column('text') sha256!: string;
  @Column('text') kind!: 'edoc' | 'status' | 'receipt';
  @Column('text') code!: string;
  @Column('text') detail!: string;
  /** JSON. */
  @Column('text', { nullable: true }) problems!: string | null;
  @Column('text', { nullable: true }) sender!: string | null;
  @Column('text', { nullable: true }) identity!: string | null;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('bigint') at!: number;
  @Column('text') day!: string;
}

/** Without its body, whose type is not portable. */
@Entity('dead_letters')
export class DeadLetterRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'letter_key' }) letterKey!: string;
  @Column('text') queue!: string;
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('text', { nullable: true }) type!: string | null;
  @Column('text', { name: 'user_id', nullable: true }) userId!: string | null;
  @Column('text') reason!: string;
  /** JSON. */
  @Column('text') headers!: string;
  @Column('integer') size!: number;
  @Column('bigint') at!: number;
  @Column('bigint', { name: 'retried_at', nullable: true }) retriedAt!: number | null;
}
