import { DELIVERY_WITHOUT_DOCUMENT, DOCUMENT_WITHOUT_DELIVERY, REPORT_WITHOUT_DELIVERY } from './belonging.js';
import { BODY_DIGEST, BODY_KEPT } from './bodies.js';
import { AGENCY_MONTHS, AGENCY_YEARS, DOCUMENT_DAYS, FLOW_DAYS, STATUS_DAYS, TIER_DAYS } from './breakdowns.js';
import { type Check } from './check.js';
import { AGENCY_DAYS, LEDGER_DAYS } from './counters.js';
import { DAY_OF_ACCEPTANCE, DAY_OF_ARRIVAL, DAY_OF_DELIVERY, DAY_OF_REPORT } from './days.js';
import { KNOWN_STATE, STATE_AND_ARRIVAL, STATE_AND_STATUS, STATUS_AND_REPORTS } from './states.js';
import { LEDGER_BALANCE, NATIONAL_SUMS } from './sums.js';

/** Everything that must agree: counters first, then what they are counted from. A new counter or rule is an entry here. */
export const CHECKS: readonly Check[] = [
  AGENCY_DAYS,
  AGENCY_MONTHS,
  AGENCY_YEARS,
  DOCUMENT_DAYS,
  FLOW_DAYS,
  STATUS_DAYS,
  TIER_DAYS,
  LEDGER_DAYS,
  LEDGER_BALANCE,
  NATIONAL_SUMS,
  DELIVERY_WITHOUT_DOCUMENT,
  DOCUMENT_WITHOUT_DELIVERY,
  REPORT_WITHOUT_DELIVERY,
  DAY_OF_ACCEPTANCE,
  DAY_OF_DELIVERY,
  DAY_OF_ARRIVAL,
  DAY_OF_REPORT,
  STATE_AND_ARRIVAL,
  STATE_AND_STATUS,
  STATUS_AND_REPORTS,
  KNOWN_STATE,
  BODY_KEPT,
];

/** What is checked besides when asked for: it reads every byte. */
export const BODY_CHECKS: readonly Check[] = [BODY_DIGEST];
