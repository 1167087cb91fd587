import { acceptedBy } from './accepted-documents.js';
import { counterCheck, type Source } from './counter-check.js';

const reported = (code: string): Source => ({
  by: ['day', 'recipient'],
  from: `status_reports WHERE code = '${code}' AND effect = 'advances'`,
});

const standing = (state: string): Source => ({ by: ['accepted_day'], from: `deliveries WHERE state = '${state}'` });

/** What each agency sent, recalled, updated, received, refused and finished on each day. */
export const AGENCY_DAYS = counterCheck({
  name: 'agency-days',
  table: 'agency_days',
  key: ['day', 'agency'],
  counts: {
    ...acceptedBy('accepted_day', 'sender'),
    received: { by: ['arrived_day', 'recipient'], from: "deliveries WHERE state = 'received'" },
    refused: reported('02'),
    finished: reported('06'),
  },
});

/** The ledger: deliveries by the day their document was accepted. */
export const LEDGER_DAYS = counterCheck({
  name: 'ledger-days',
  table: 'ledger_days',
  key: ['day'],
  counts: {
    made: { by: ['accepted_day'], from: 'deliveries' },
    received: standing('received'),
    expired: standing('expired'),
    withdrawn: standing('withdrawn'),
    failed: standing('failed'),
  },
});
