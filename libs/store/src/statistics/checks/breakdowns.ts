import { acceptedBy, SENT, RECALLS_AND_UPDATES } from './accepted-documents.js';
import { counterCheck, type Source } from './counter-check.js';

const RECEIVED = "deliveries WHERE state = 'received'";

const reported = (code: string): Source => ({
  by: ['day'],
  from: `status_reports WHERE code = '${code}' AND effect = 'advances'`,
});

/** What each agency sent, recalled, updated and received in each month. */
export const AGENCY_MONTHS = counterCheck({
  name: 'agency-months',
  table: 'agency_months',
  key: ['month', 'agency'],
  counts: {
    ...acceptedBy('substr(accepted_day, 1, 7)', 'sender'),
    received: { by: ['substr(arrived_day, 1, 7)', 'recipient'], from: RECEIVED },
  },
});

/** What each agency sent, recalled, updated and received in each year. */
export const AGENCY_YEARS = counterCheck({
  name: 'agency-years',
  table: 'agency_years',
  key: ['year', 'agency'],
  counts: {
    ...acceptedBy('substr(accepted_day, 1, 4)', 'sender'),
    received: { by: ['substr(arrived_day, 1, 4)', 'recipient'], from: RECEIVED },
  },
});

/** Documents sent, of all kinds together, by day; deliveries are those of documents sent. */
export const DOCUMENT_DAYS = counterCheck({
  name: 'document-days',
  table: 'document_days',
  key: ['day'],
  counts: {
    sent: { by: ['accepted_day'], from: SENT },
    deliveries: {
      by: ['accepted_day'],
      from: `deliveries WHERE document_id NOT IN (SELECT id FROM ${RECALLS_AND_UPDATES})`,
    },
  },
});

/** Deliveries from tier to tier, all of a day together. */
export const FLOW_DAYS = counterCheck({
  name: 'flow-days',
  table: 'flow_days',
  key: ['day'],
  counts: { made: { by: ['accepted_day'], from: 'deliveries' } },
});

/** What became of the deliveries that arrived on a day: all tiers together. */
export const STATUS_DAYS = counterCheck({
  name: 'status-days',
  table: 'status_days',
  key: ['day', 'code'],
  counts: { deliveries: { by: ['arrived_day', 'business_code'], from: RECEIVED } },
});

/** All tiers together; who is how prompt after signing is a rule of code, and only what was sent on the day itself can be counted again here. */
export const TIER_DAYS = counterCheck({
  name: 'tier-days',
  table: 'tier_days',
  key: ['day'],
  counts: {
    ...acceptedBy('accepted_day'),
    received: { by: ['arrived_day'], from: RECEIVED },
    refused: reported('02'),
    finished: reported('06'),
    sent_same_day: { by: ['accepted_day'], from: `${SENT} AND accepted_day <= promulgated_on` },
    received_same_day: { by: ['arrived_day'], from: `${RECEIVED} AND arrived_day = accepted_day` },
    registered: { by: ['registered_day'], from: 'deliveries WHERE registered_day IS NOT NULL' },
    registered_same_day: { by: ['registered_day'], from: 'deliveries WHERE registered_day = accepted_day' },
  },
});
