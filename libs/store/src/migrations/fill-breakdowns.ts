import { type QueryRunner } from 'typeorm';
import { PAPERLESS_SINCE } from '#core';
import { Columns } from './columns.js';
import { dropRuleTables, makeRuleTables } from './rule-tables.js';

/** Counts everything that was accepted and reported before there were these counters. Runs in the migration's transaction. */
export async function fillBreakdowns(runner: QueryRunner): Promise<void> {
  if (new Columns(runner).isPostgres) await runner.query(AS_A_REPORT);
  await makeRuleTables(runner);
  for (const statement of [REGISTERED_DAYS, AGENCY_MONTHS, DOCUMENT_DAYS, STATUS_DAYS, TIER_DAYS])
    await runner.query(statement);
  await dropRuleTables(runner);
}

/** On PostgreSQL, for this transaction: as long as it takes, and whole tables read where that is the shorter way. */
export const AS_A_REPORT = [
  'statement_timeout = 0',
  'enable_seqscan = on',
  'enable_hashjoin = on',
  'enable_bitmapscan = on',
]
  .map((setting) => `SET LOCAL ${setting}`)
  .join('; ');

const REGISTERED_DAYS = `UPDATE deliveries SET registered_day = (
    SELECT s.day FROM status_reports s WHERE s.document_id = deliveries.document_id AND s.recipient = deliveries.recipient
      AND s.effect = 'advances' AND s.code IN ('03', '04', '05', '06') ORDER BY s.at, s.position LIMIT 1)
  WHERE business_code NOT IN ('', '01')`;

const AGENCY_MONTHS = `INSERT INTO agency_months (month, agency, sent, received, refused, finished)
  SELECT substr(day, 1, 7), agency, SUM(sent), SUM(received), SUM(refused), SUM(finished) FROM agency_days GROUP BY 1, 2`;

const DOCUMENT_DAYS = `INSERT INTO document_days (day, type, priority, paper, paperless, sent, deliveries)
  SELECT d.accepted_day, t.type, d.priority, CASE WHEN d.paper THEN 1 ELSE 0 END,
    CASE WHEN d.promulgated_on >= '${PAPERLESS_SINCE}' THEN t.paperless ELSE 0 END,
    count(*), SUM((SELECT count(*) FROM deliveries e WHERE e.document_id = d.id))
  FROM documents d JOIN rule_types t ON t.type_name = d.type_name AND t.type_group = d.type_group
    AND t.sender = CASE WHEN d.type_group = 1 THEN d.sender ELSE '' END
  WHERE d.business_type IN (0, 3) GROUP BY 1, 2, 3, 4, 5`;

const STATUS_DAYS = `INSERT INTO status_days (day, tier, code, deliveries)
  SELECT e.arrived_day, t.tier, e.business_code, count(*) FROM deliveries e JOIN rule_tiers t ON t.code = e.recipient
  WHERE e.state = 'received' GROUP BY 1, 2, 3`;

const COUNTS = ['sent', 'received', 'refused', 'finished', 'registered'];
const SOON = ['sent_same_day', 'sent_next_morning', 'received_same_day', 'registered_same_day'];

const TIER_DAYS = `INSERT INTO tier_days (day, tier, ${[...COUNTS, ...SOON].join(', ')})
  SELECT day, tier, ${[...COUNTS, ...SOON].map((count) => `SUM(${count})`).join(', ')} FROM (
    ${part('c.day', { sent: 'c.sent', received: 'c.received', refused: 'c.refused', finished: 'c.finished' })}
      FROM agency_days c JOIN rule_tiers t ON t.code = c.agency
    UNION ALL ${part('d.accepted_day', {
      sent_same_day: when('d.accepted_day <= d.promulgated_on'),
      sent_next_morning: when('d.accepted_day > d.promulgated_on AND d.accepted_at < m.until'),
    })} FROM documents d JOIN rule_tiers t ON t.code = d.sender LEFT JOIN rule_mornings m ON m.signed_on = d.promulgated_on
      WHERE d.business_type IN (0, 3)
    UNION ALL ${part('e.arrived_day', { received_same_day: when('e.arrived_day = e.accepted_day') })}
      FROM deliveries e JOIN rule_tiers t ON t.code = e.recipient WHERE e.state = 'received'
    UNION ALL ${part('e.registered_day', {
      registered: '1',
      registered_same_day: when('e.registered_day = e.accepted_day'),
    })} FROM deliveries e JOIN rule_tiers t ON t.code = e.recipient WHERE e.registered_day IS NOT NULL
  ) AS parts GROUP BY day, tier`;

function part(day: string, counts: Readonly<Record<string, string>>): string {
  return `SELECT ${day} AS day, t.tier, ${[...COUNTS, ...SOON].map((name) => `${counts[name] ?? '0'} AS ${name}`).join(', ')}`;
}

function when(condition: string): string {
  return `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
}
