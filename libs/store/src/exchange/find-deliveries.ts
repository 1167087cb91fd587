import { type DeliveryState } from '#core';
import { type Database } from '../connection/database.js';
import { lookUp } from '../connection/row-statement.js';
import { type StatusColumns, statusOf } from './office-status.js';
import { type DeliveryFacts, type DeliveryQuery } from './status-report.js';

const FACTS = `d.id, d.identity, d.sender, d.system AS sender_system, e.recipient, e.system, e.state, e.business_code, e.withdrawal`;

const FROM = 'documents d JOIN deliveries e ON e.document_id = d.id';

const BY_IDENTITY = lookUp(
  { n: 'integer', identity_key: 'text', recipient: 'text' },
  {
    keep: 'v.n',
    select: FACTS,
    from: FROM,
    where: 'd.identity_key = v.identity_key AND d.business_type IN (0, 3) AND e.recipient = v.recipient',
  },
);

const BY_ALIAS = lookUp(
  { n: 'integer', alias_key: 'text', issuer: 'text', recipient: 'text' },
  {
    keep: 'v.n',
    select: FACTS,
    from: FROM,
    where: 'd.alias_key = v.alias_key AND d.sender = v.issuer AND e.recipient = v.recipient',
  },
);

const BY_ID = lookUp(
  { n: 'integer', id: 'text', recipient: 'text' },
  { keep: 'v.n', select: FACTS, from: FROM, where: 'd.id = v.id AND e.recipient = v.recipient' },
);

const BY_CODE = lookUp(
  { n: 'integer', issuer: 'text', number: 'text', notation: 'text', recipient: 'text' },
  {
    keep: 'v.n',
    select: FACTS,
    from: FROM,
    where: `d.sender = v.issuer AND d.number = v.number AND d.notation = v.notation AND e.recipient = v.recipient`,
  },
);

interface FactsRow extends StatusColumns {
  n: number;
  id: string;
  identity: string;
  sender: string;
  sender_system: string;
  recipient: string;
  system: string | null;
  state: DeliveryState;
}

/** By identity key, by the key of an opaque DocumentId, by document id, by issuer and Code; the first that finds something decides. */
export async function findDeliveries(
  database: Database,
  queries: readonly DeliveryQuery[],
): Promise<(DeliveryFacts | undefined)[]> {
  const named = queries.flatMap(({ identityKeys, recipient }, n) => identityKeys.map((key) => ({ n, key, recipient })));
  const keyRows = named.map(({ key, recipient }, at) => [at, key, recipient]);
  const byIdentity = newest(await database.read.each<FactsRow>(BY_IDENTITY, keyRows));
  // Anybody may use an opaque DocumentId again: only the issuer's own counts.
  const aliasRows = keyRows.map(([at, key, recipient], index) => [
    at,
    key,
    queries[named[index]?.n ?? 0]?.issuer,
    recipient,
  ]);
  const byAlias = newest(await database.read.each<FactsRow>(BY_ALIAS, aliasRows));
  const byId = newest(await database.read.each<FactsRow>(BY_ID, keyRows));
  const byCode = newest(await database.read.each<FactsRow>(BY_CODE, queries.flatMap(codeRow)));
  const found: (FactsRow | undefined)[] = queries.map(() => undefined);
  for (const [at, { n }] of named.entries()) found[n] ??= byIdentity.get(at) ?? byAlias.get(at) ?? byId.get(at);
  return queries.map((_, n) => {
    const row = found[n] ?? byCode.get(n);
    return row && factsOf(row);
  });
}

function codeRow({ issuer, number, notation, recipient }: DeliveryQuery, n: number): unknown[][] {
  return issuer === undefined || number === undefined || notation === undefined
    ? []
    : [[n, issuer, number, notation, recipient]];
}

/** Numbers start again each year, so a Code may name several documents: the newest is meant. */
function newest(rows: readonly FactsRow[]): Map<number, FactsRow> {
  const found = new Map<number, FactsRow>();
  for (const row of rows) {
    const known = found.get(row.n);
    if (!known || known.id < row.id) found.set(row.n, row);
  }
  return found;
}

function factsOf(row: FactsRow): DeliveryFacts {
  const { id, identity, sender, sender_system, recipient, system, state } = row;
  return {
    documentId: id,
    identity,
    sender,
    senderSystem: sender_system,
    recipient,
    system: system ?? undefined,
    state,
    status: statusOf(row),
  };
}
