import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * What becomes of something handed in: `queued` to be published, `submitted` (the broker has it, the hub has not answered),
 * `accepted` or `refused` by the hub. Unanswered ones go back from `submitted` to `queued`.
 */
export type OutgoingState = 'queued' | 'submitted' | 'accepted' | 'refused';

/** Whether the sender asked for a document back (13), and whether the recipient declined (16); agreeing (15) is a status. */
export type Withdrawal = '' | 'asked' | 'declined';

/** A document this system sends. The row is the outbox: whatever is `queued` is still to be published. Times are epoch milliseconds. */
@Entity('outgoing_documents')
export class OutgoingDocumentRow {
  @PrimaryGeneratedColumn() id!: number;
  /** Idempotency key, unique; also the message id of every submission of it. */
  @Column('varchar') key!: string;
  /** SHA-256 of what the caller handed in: same key and other request is refused. */
  @Column('varchar') requestDigest!: string;
  /** The hub's id, once it has answered. */
  @Column('varchar', { nullable: true }) documentId!: string | null;
  @Column('varchar') identity!: string;
  @Column('varchar') identityKey!: string;
  @Column('varchar') wireId!: string;
  @Column('varchar') sender!: string;
  @Column('varchar') number!: string;
  @Column('varchar') notation!: string;
  @Column('varchar') promulgatedOn!: string;
  @Column('varchar') typeName!: string;
  @Column('varchar') subject!: string;
  @Column('integer') priority!: number;
  @Column('integer') urgent!: number;
  @Column('varchar') state!: OutgoingState;
  @Column('varchar', { nullable: true }) code!: string | null;
  @Column('varchar', { nullable: true }) detail!: string | null;
  /** JSON of the problems the hub named. */
  @Column('varchar', { nullable: true }) problems!: string | null;
  @Column('varchar') bodyDigest!: string;
  @Column('integer') bodySize!: number;
  /** 1 when the body is a file, 0 when it is in `outgoing_bodies`. */
  @Column('integer') isFile!: number;
  @Column('integer') handedInAt!: number;
  @Column('integer', { nullable: true }) submittedAt!: number | null;
  @Column('integer', { nullable: true }) answeredAt!: number | null;
  /** How often the broker took it on itself; the wait for an answer doubles with each. */
  @Column('integer') submissions!: number;
}

/** The bytes of an outgoing document that travels inside its message; larger ones are files. */
@Entity('outgoing_bodies')
export class OutgoingBodyRow {
  @PrimaryColumn('integer') outgoing!: number;
  @Column('blob') body!: Buffer;
}

/** One recipient of an outgoing document: the hub's answer for it and the last status it reported ('' before any). */
@Entity('outgoing_recipients')
export class OutgoingRecipientRow {
  @PrimaryColumn('integer') outgoing!: number;
  @PrimaryColumn('varchar') recipient!: string;
  @Column('varchar', { nullable: true }) outcome!: string | null;
  @Column('varchar', { nullable: true }) error!: string | null;
  @Column('varchar') status!: string;
  @Column('varchar') withdrawal!: Withdrawal;
}

/** A document this system received, once, whoever of its agencies it is for. */
@Entity('incoming_documents')
export class IncomingDocumentRow {
  @PrimaryGeneratedColumn() id!: number;
  /** The hub's id, unique. */
  @Column('varchar') documentId!: string;
  @Column('varchar') identity!: string;
  @Column('varchar') identityKey!: string;
  @Column('varchar') acceptedAt!: string;
  @Column('integer') urgent!: number;
  @Column('integer') arrivedAt!: number;
  /** SHA-256 of a body kept as a file; null for one kept in the store. */
  @Column('varchar', { nullable: true }) bodyDigest!: string | null;
  @Column('integer') bodySize!: number;
  /** JSON of the header once somebody has read it; arriving is too hot a path for reading XML. */
  @Column('varchar', { nullable: true }) header!: string | null;
  /** Why the body cannot be read, if so. */
  @Column('varchar', { nullable: true }) problem!: string | null;
}

/** The bytes of an incoming document small enough to have come inside its message. */
@Entity('incoming_bodies')
export class IncomingBodyRow {
  @PrimaryColumn('integer') document!: number;
  @Column('blob') body!: Buffer;
}

/**
 * An incoming document for one of this system's agencies. The row is also the outbox of receipts (`receiptedAt` null: one
 * is still to be sent) and the diary of the simulated office (`officeStep` falls due at `officeDueAt`).
 */
@Entity('incoming_deliveries')
export class IncomingDeliveryRow {
  @PrimaryGeneratedColumn() id!: number;
  @Column('integer') document!: number;
  @Column('varchar') recipient!: string;
  @Column('integer') arrivedAt!: number;
  @Column('integer', { nullable: true }) receiptedAt!: number | null;
  @Column('varchar') status!: string;
  @Column('varchar') withdrawal!: Withdrawal;
  @Column('varchar', { nullable: true }) officeStep!: string | null;
  @Column('integer', { nullable: true }) officeDueAt!: number | null;
}

/** A status this system reports. The row is the outbox, like a document's; its bytes are dropped once it is accepted. */
@Entity('status_reports')
export class StatusReportRow {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar') key!: string;
  @Column('varchar') documentId!: string;
  @Column('varchar') recipient!: string;
  @Column('varchar') statusCode!: string;
  @Column('varchar') reason!: string;
  @Column('blob', { nullable: true }) body!: Buffer | null;
  @Column('varchar') state!: OutgoingState;
  @Column('varchar', { nullable: true }) code!: string | null;
  @Column('varchar', { nullable: true }) detail!: string | null;
  @Column('integer') reportedAt!: number;
  @Column('integer', { nullable: true }) submittedAt!: number | null;
  /** As of a document. */
  @Column('integer') submissions!: number;
}

/** A status that came in for a document: of its recipients for an outgoing one, 13 of its sender for an incoming one. */
@Entity('status_history')
export class StatusHistoryRow {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar') documentId!: string;
  @Column('varchar') recipient!: string;
  @Column('varchar') statusCode!: string;
  @Column('varchar') description!: string;
  @Column('varchar') staff!: string;
  /** As the reporter wrote it: `yyyy/MM/dd HH:mm:ss`; of an arrival ISO 8601. */
  @Column('varchar') at!: string;
  @Column('integer') cameAt!: number;
}
