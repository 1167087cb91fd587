import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** Columns of a delivery and what they seldom hold. Searches repeat these conditions word for word; see documents/standing-of.ts. */
const RARE = {
  state: "state NOT IN ('waiting', 'received')",
  business_code: "business_code > '01'",
  withdrawal: "withdrawal <> ''",
};

const INDICES = Object.entries(RARE).map(
  ([column, where]) =>
    new TableIndex({ name: `deliveries_${column}_rare`, columnNames: [column, 'document_id'], where }),
);

/**
 * Deliveries that failed, expired or were withdrawn, whose office said more than 01, or that somebody wants back: a search for those looked at
 * every delivery. One that waits, arrives and nothing more is in none of these indices, and costs them nothing.
 */
export class RareStandings1583971200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const index of INDICES) await runner.createIndex('deliveries', index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of INDICES) await runner.dropIndex('deliveries', index);
  }
}
