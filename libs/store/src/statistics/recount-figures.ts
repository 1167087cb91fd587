import {
  type AgencyCode,
  documentTypeOf,
  monthOf,
  paperless,
  type Promptness,
  promptnessOf,
  tierOf,
  wholeMonths,
} from '#core';
import { type Database } from '../connection/database.js';
import { type CounterFigure, inOrder } from './counter-figures.js';
import { AGENCY_MONTHS, DOCUMENT_DAYS, FLOW_DAYS, STATUS_DAYS, TIER_DAYS, type TierCount } from './counter-tables.js';
import { type AgencyDayCounts } from './counts.js';
import { Sums } from './figure-sums.js';

/** Documents that every rule of counting treats alike; the day changes at a full hour, and so does a morning. */
const DOCUMENTS = `SELECT d.accepted_day, d.accepted_at / 3600000 AS hour, d.sender, d.promulgated_on, d.type_group,
    d.type_name, d.priority, CASE WHEN d.paper THEN 1 ELSE 0 END AS paper, count(*) AS n,
    CAST(SUM((SELECT count(*) FROM deliveries e WHERE e.document_id = d.id)) AS bigint) AS deliveries
  FROM documents d WHERE d.business_type IN (0, 3) AND d.accepted_day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;

const ARRIVALS = `SELECT arrived_day, accepted_day, recipient, business_code, count(*) AS n FROM deliveries
  WHERE state = 'received' AND arrived_day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4`;

const REGISTRATIONS = `SELECT registered_day, accepted_day, recipient, count(*) AS n FROM deliveries
  WHERE registered_day BETWEEN ? AND ? GROUP BY 1, 2, 3`;

const FLOW = `SELECT d.accepted_day, d.sender, e.recipient, count(*) AS n
  FROM documents d JOIN deliveries e ON e.document_id = d.id
  WHERE d.accepted_day BETWEEN ? AND ? GROUP BY 1, 2, 3`;

interface DocumentsRow {
  accepted_day: string;
  hour: number;
  sender: string;
  promulgated_on: string;
  type_group: number;
  type_name: string;
  priority: number;
  paper: number;
  n: number;
  deliveries: number;
}

interface FlowRow {
  accepted_day: string;
  sender: string;
  recipient: string;
  n: number;
}

interface DeliveriesRow {
  arrived_day: string;
  registered_day: string;
  accepted_day: string;
  recipient: string;
  business_code: string;
  n: number;
}

const SOON: Readonly<Record<Promptness, TierCount | undefined>> = {
  sameDay: 'sent_same_day',
  nextMorning: 'sent_next_morning',
  late: undefined,
};

type Period = readonly [from: string, to: string];

/** What the documents themselves say the counters of the breakdowns should be; `agencyDays` are recounted already. */
export async function recountFigures(
  database: Database,
  period: Period,
  agencyDays: readonly AgencyDayCounts[],
): Promise<CounterFigure[]> {
  const sums = new Sums();
  addAgencyDays(sums, period, agencyDays);
  for (const row of await database.report<DocumentsRow>(DOCUMENTS, period)) addDocuments(sums, row);
  for (const row of await database.report<FlowRow>(FLOW, period)) addFlow(sums, row);
  for (const row of await database.report<DeliveriesRow>(ARRIVALS, period)) addArrivals(sums, row);
  for (const row of await database.report<DeliveriesRow>(REGISTRATIONS, period)) addRegistrations(sums, row);
  return inOrder(sums.figures());
}

/** Their months and tiers. */
function addAgencyDays(sums: Sums, [from, to]: Period, agencyDays: readonly AgencyDayCounts[]): void {
  const months = wholeMonths({ from, to });
  for (const { day, agency, ...counts } of agencyDays) {
    const month = monthOf(day);
    const isWhole = months !== undefined && month >= months.first && month <= months.last;
    for (const what of AGENCY_MONTHS.counts) {
      if (isWhole) sums.add(AGENCY_MONTHS, [month, agency], what, counts[what]);
      sums.add(TIER_DAYS, [day, tierOf(agency as AgencyCode)], what, counts[what]);
    }
  }
}

function addDocuments(sums: Sums, row: DocumentsRow): void {
  const { accepted_day: day, promulgated_on: signedOn, type_name: typeName, n } = row;
  const sender = row.sender as AgencyCode;
  const isPaperless = paperless(typeName, row.type_group === 1, sender, signedOn);
  const key = [day, documentTypeOf(typeName), row.priority, row.paper, Number(isPaperless)];
  sums.add(DOCUMENT_DAYS, key, 'sent', n);
  sums.add(DOCUMENT_DAYS, key, 'deliveries', row.deliveries);
  const soon = SOON[promptnessOf(signedOn, { at: row.hour * 3_600_000, day })];
  if (soon) sums.add(TIER_DAYS, [day, tierOf(sender)], soon, n);
}

function addFlow(sums: Sums, { accepted_day: day, sender, recipient, n }: FlowRow): void {
  sums.add(FLOW_DAYS, [day, tierOf(sender as AgencyCode), tierOf(recipient as AgencyCode)], 'made', n);
}

function addArrivals(
  sums: Sums,
  { arrived_day: day, accepted_day, recipient, business_code: code, n }: DeliveriesRow,
): void {
  const tier = tierOf(recipient as AgencyCode);
  sums.add(STATUS_DAYS, [day, tier, code], 'deliveries', n);
  if (day === accepted_day) sums.add(TIER_DAYS, [day, tier], 'received_same_day', n);
}

function addRegistrations(sums: Sums, { registered_day: day, accepted_day, recipient, n }: DeliveriesRow): void {
  const tier = tierOf(recipient as AgencyCode);
  sums.add(TIER_DAYS, [day, tier], 'registered', n);
  if (day === accepted_day) sums.add(TIER_DAYS, [day, tier], 'registered_same_day', n);
}
