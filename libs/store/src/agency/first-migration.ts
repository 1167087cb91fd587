import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

type Columns = Readonly<Record<string, 'varchar' | 'varchar?' | 'integer' | 'integer?' | 'blob' | 'blob?'>>;

interface Shape {
  readonly name: string;
  /** `id` counts by itself; otherwise these columns together are the key. */
  readonly key: 'id' | readonly string[];
  readonly columns: Columns;
  readonly indexes?: readonly {
    readonly columns: readonly string[];
    readonly unique?: true;
    readonly where?: string;
  }[];
}

/** The first shape of an agency's store: outbox, inbox, statuses and numbers. */
export class AgencyFirst1700000000000 implements MigrationInterface {
  readonly name = 'AgencyFirst1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const shape of SHAPES) {
      await runner.createTable(tableOf(shape));
      for (const { columns, unique, where } of shape.indexes ?? []) {
        const name = `${shape.name}_${columns.join('_')}`;
        const condition = where === undefined ? {} : { where };
        await runner.createIndex(
          shape.name,
          new TableIndex({ name, columnNames: [...columns], isUnique: unique === true, ...condition }),
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of SHAPES) await runner.dropTable(name);
  }
}

function tableOf({ name, key, columns }: Shape): Table {
  const counting = {
    name: 'id',
    type: 'integer',
    isPrimary: true,
    isGenerated: true,
    generationStrategy: 'increment' as const,
  };
  const rest = Object.entries(columns).map(([column, type]) => ({
    name: column,
    type: type.replace('?', ''),
    isNullable: type.endsWith('?'),
    isPrimary: key !== 'id' && key.includes(column),
  }));
  return new Table({ name, columns: key === 'id' ? [counting, ...rest] : rest });
}

const SHAPES: readonly Shape[] = [
  {
    name: 'outgoing_documents',
    key: 'id',
    columns: {
      key: 'varchar',
      requestDigest: 'varchar',
      documentId: 'varchar?',
      identity: 'varchar',
      identityKey: 'varchar',
      wireId: 'varchar',
      sender: 'varchar',
      number: 'varchar',
      notation: 'varchar',
      promulgatedOn: 'varchar',
      typeName: 'varchar',
      subject: 'varchar',
      priority: 'integer',
      urgent: 'integer',
      state: 'varchar',
      code: 'varchar?',
      detail: 'varchar?',
      problems: 'varchar?',
      bodyDigest: 'varchar',
      bodySize: 'integer',
      isFile: 'integer',
      handedInAt: 'integer',
      submittedAt: 'integer?',
      answeredAt: 'integer?',
      submissions: 'integer',
    },
    indexes: [
      { columns: ['key'], unique: true },
      { columns: ['documentId'] },
      { columns: ['identityKey'] },
      { columns: ['isFile', 'urgent', 'id'], where: `"state" = 'queued'` },
      { columns: ['submittedAt', 'submissions'], where: `"state" = 'submitted'` },
    ],
  },
  { name: 'outgoing_bodies', key: ['outgoing'], columns: { outgoing: 'integer', body: 'blob' } },
  {
    name: 'outgoing_recipients',
    key: ['outgoing', 'recipient'],
    columns: {
      outgoing: 'integer',
      recipient: 'varchar',
      outcome: 'varchar?',
      error: 'varchar?',
      status: 'varchar',
      withdrawal: 'varchar',
    },
  },
  {
    name: 'incoming_documents',
    key: 'id',
    columns: {
      documentId: 'varchar',
      identity: 'varchar',
      identityKey: 'varchar',
      acceptedAt: 'varchar',
      urgent: 'integer',
      arrivedAt: 'integer',
      bodyDigest: 'varchar?',
      bodySize: 'integer',
      header: 'varchar?',
      problem: 'varchar?',
    },
    indexes: [{ columns: ['documentId'], unique: true }, { columns: ['identityKey'] }],
  },
  { name: 'incoming_bodies', key: ['document'], columns: { document: 'integer', body: 'blob' } },
  {
    name: 'incoming_deliveries',
    key: 'id',
    columns: {
      document: 'integer',
      recipient: 'varchar',
      arrivedAt: 'integer',
      receiptedAt: 'integer?',
      status: 'varchar',
      withdrawal: 'varchar',
      officeStep: 'varchar?',
      officeDueAt: 'integer?',
    },
    indexes: [
      { columns: ['document', 'recipient'], unique: true },
      { columns: ['id'], where: `"receiptedAt" IS NULL` },
      { columns: ['officeDueAt'], where: `"officeDueAt" IS NOT NULL` },
    ],
  },
  {
    name: 'status_reports',
    key: 'id',
    columns: {
      key: 'varchar',
      documentId: 'varchar',
      recipient: 'varchar',
      statusCode: 'varchar',
      reason: 'varchar',
      body: 'blob?',
      state: 'varchar',
      code: 'varchar?',
      detail: 'varchar?',
      reportedAt: 'integer',
      submittedAt: 'integer?',
      submissions: 'integer',
    },
    indexes: [
      { columns: ['key'], unique: true },
      { columns: ['documentId'] },
      { columns: ['id'], where: `"state" = 'queued'` },
      { columns: ['submittedAt', 'submissions'], where: `"state" = 'submitted'` },
    ],
  },
  {
    name: 'status_history',
    key: 'id',
    columns: {
      documentId: 'varchar',
      recipient: 'varchar',
      statusCode: 'varchar',
      description: 'varchar',
      staff: 'varchar',
      at: 'varchar',
      cameAt: 'integer',
    },
    indexes: [{ columns: ['documentId', 'recipient', 'statusCode', 'at'], unique: true }],
  },
  {
    name: 'numbers',
    key: ['agency', 'year', 'notation'],
    columns: { agency: 'varchar', year: 'integer', notation: 'varchar', last: 'integer' },
  },
];
