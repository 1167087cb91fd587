/** The rules of the axis: plain data and functions, nothing of the world. */
export {
  type AgencyCode,
  type Tier,
  ancestryOf,
  isAgencyCode,
  isAtOrBelow,
  isPeoplesCommittee,
  levelOneOf,
  parentOf,
  parseAgencyCode,
  qcvnForm,
  qd20Form,
  tierOf,
} from './agency-code.js';
export { type ArrivalBucket, arrivalBucketOf, arrivalPercentile } from './arrival-time.js';
export {
  type BusinessStatus,
  NEXT,
  STATUS_CODES,
  STATUS_NAMES,
  STATUS_NAMES_EN,
  type StatusCode,
  impliedBy,
  needsReason,
  readStatusCode,
  reportedBy,
} from './business-status.js';
export { BUSINESS_TYPE_NAMES, type BusinessType, countedAs, isBusinessType } from './business-type.js';
export {
  type Day,
  OPENED,
  dayAfter,
  hanoiDay,
  hanoiIso,
  hanoiTimestamp,
  isDay,
  parseWireDate,
  parseWireTimestamp,
  reportDate,
  startOfDay,
  wireDate,
} from './calendar.js';
export { type DayCounts, type Ledger, NO_COUNTS, addUp, dots, headline, ledgerAddsUp } from './counting.js';
export { DELIVERY_NEXT, type DeliveryState, mayBecome } from './delivery.js';
export {
  type DocumentIdentity,
  type IdentifiedDocument,
  type IdentityClaims,
  type IdentityTuple,
  displayIdentity,
  identifyDocument,
  identityKeyOf,
  parseDocumentIdentity,
  wireDocumentId,
} from './document-identity.js';
export {
  ADMINISTRATIVE_TYPES,
  type DocumentType,
  type KnownDocumentType,
  LEGAL_ACT_TYPES,
  documentTypeOf,
  typeDetailOf,
} from './document-type.js';
export {
  AXIS_ERRORS,
  AxisError,
  type AxisErrorCode,
  type ErrorDetails,
  type ErrorExtras,
  axisErrorCodes,
  isAxisError,
} from './errors/axis-error.js';
export { type ErrorEntry, type ErrorKind } from './errors/error-entry.js';
export { type Problem, type ProblemClass } from './errors/problem.js';
export { madeAt } from './made-at.js';
export { TYPE_ABBREVIATIONS, administrativeNotation, legalActNotation, writeNumber } from './numbering.js';
export { PAPERLESS_ADMINISTRATIVE, PAPERLESS_SINCE, paperless } from './paper-rule.js';
export { type DayPeriod, type Month, type MonthSpan, monthOf, readPeriod, weekOf, wholeMonths } from './periods.js';
export { PRIORITY_NAMES, type Priority, isPriority, isUrgent } from './priority.js';
export { mayActAs, type Role, ROLES } from './role.js';
export { nearestSystem } from './routing.js';
export { type SecretMarking, secretMarkingIn } from './secret-marking.js';
export { SESSION_IDLE_MS, SESSION_WHOLE_MS, sessionEnd } from './session-life.js';
export { settlesWithin } from './settles-within.js';
export { type Span, type Spans, type Sum, inSpans, yearOf } from './spans.js';
export { NOTHING_REPORTED, type StatusEffect, type StatusState, reportStatus } from './status-report.js';
export { subjectWords } from './subject-words.js';
export { type SystemName, isSystemName, parseSystemName } from './system-name.js';
export { COVERED_BEFORE, FINISHED_TARGETS, TIER_NAMES, TIERS } from './targets.js';
export { withoutDiacritics } from './without-diacritics.js';
export { isWorkingDay, nextWorkingDay, type Promptness, promptnessOf, sendBefore } from './working-days.js';
export { type Language, type Words, words } from './words.js';
