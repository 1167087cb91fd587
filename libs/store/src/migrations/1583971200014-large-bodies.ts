import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const DIGEST = { name: 'documents_sha256', columnNames: ['sha256'] };

/**
 * Only a body in the object store is fetched by its digest, so only those documents need the index. Digests come in no order: of every
 * document, each wrote a page of its own, and the more of them there were the fewer of those pages stayed in the cache.
 */
export class LargeBodies1583971200014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.remake(runner, new TableIndex({ ...DIGEST, where: 'in_object_store' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.remake(runner, new TableIndex(DIGEST));
  }

  private async remake(runner: QueryRunner, index: TableIndex): Promise<void> {
    await runner.dropIndex('documents', index.name ?? '');
    await runner.createIndex('documents', index);
  }
}
