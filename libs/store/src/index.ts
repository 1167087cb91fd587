export { HubStore } from './hub-store.js';
export { type Page } from './page.js';
export { ExchangeRepository } from './exchange/exchange-repository.js';
export {
  type Batch,
  type Lane,
  type Moment,
  type NewBody,
  type NewDelivery,
  type NewDocument,
  type NewRefusal,
} from './exchange/new-document.js';
export { type AcceptOutcome, type StoredDelivery, type StoredDocument } from './exchange/accept-outcome.js';
export {
  type Assignment,
  type Claim,
  type DispatchItem,
  type WaitingPage,
  type WaitingQuery,
} from './exchange/dispatch-item.js';
export { type Arrival, type Receipt, type ReceiptBatch } from './exchange/receipt.js';
export {
  type DeliveryFacts,
  type DeliveryQuery,
  type NewStatus,
  type StatusBatch,
  type StatusOutcome,
} from './exchange/status-report.js';
export { RegistryRepository } from './registry/registry-repository.js';
export {
  type AgencyQuery,
  type DirectoryAgency,
  type Permit,
  type RegisteredAgency,
  type RegisteredSystem,
} from './registry/registered-system.js';
export { DocumentRepository } from './documents/document-repository.js';
export {
  type DeliveryRecord,
  type DocumentQuery,
  type DocumentRecord,
  type DocumentSummary,
  type StatusRecord,
} from './documents/document-record.js';
export { type SampleSeries } from './documents/sample-number-repository.js';
export { type SentDelivery, type SentQuery, type SentStatus } from './documents/sent-record.js';
export { BodyRepository, type LargeDocument, type StoredBody } from './documents/body-repository.js';
export { StatisticsRepository } from './statistics/statistics-repository.js';
export {
  type AgencyCounts,
  type AgencyDayCounts,
  type Counts,
  type DayCounts,
  NOTHING_COUNTED,
  type Recount,
  type TierCounts,
} from './statistics/counts.js';
export { BreakdownRepository } from './statistics/breakdown-repository.js';
export {
  type BranchCounts,
  type Coverage,
  type KindCounts,
  type PairCounts,
  type Pairs,
  type PaperCounts,
  type PriorityCounts,
  type Punctuality,
  type StatusCounts,
  type TypeCounts,
} from './statistics/breakdowns.js';
export { type CounterFigure } from './statistics/counter-figures.js';
export { type Difference, type DifferenceKey, MOST_NAMED, type Verification } from './statistics/verification.js';
export { OverviewRepository } from './overview/overview-repository.js';
export {
  type BusyAgency,
  type Flow,
  type OldDelivery,
  type OverviewFigures,
  type OverviewQuery,
  type TrafficMinute,
} from './overview/overview-figures.js';
export { DeadLetterRepository, type DeadLetterQuery } from './dead-letters/dead-letter-repository.js';
export { type DeadLetter, type DeadLetterSummary, type NewDeadLetter } from './dead-letters/dead-letter.js';
export { RefusalRepository, type RefusalQuery } from './refusals/refusal-repository.js';
export { type RefusalRecord } from './refusals/refusal-record.js';
export { MailboxRepository } from './mailboxes/mailbox-repository.js';
export {
  type Letter,
  type LetterKind,
  type LetterQuery,
  type LetterState,
  type NewLetter,
} from './mailboxes/letter.js';
export {
  type Account,
  type AccountChange,
  type NewAccount,
  type NewProgramToken,
  type NewSession,
  type OpenSession,
  type ProgramToken,
} from './accounts/account.js';
export { AccountRepository } from './accounts/account-repository.js';
export { ProgramTokenRepository } from './accounts/program-token-repository.js';
export { SessionRepository } from './accounts/session-repository.js';
export { AgencyStore } from './agency/agency-store.js';
export { type AgencyFigures, type LeftOver } from './agency/agency-figures.js';
export { type Answer, type ArrivedDocument, type ArrivedStatus, type InboxBatch } from './agency/inbox-batch.js';
export { type OwedReceipt, type Taken } from './agency/inbox.js';
export { type DueStep, type ReadHeader } from './agency/incoming-documents.js';
export {
  type DueDocument,
  type HandedInRequest,
  type HandIn,
  type NewOutgoingDocument,
  type NumberDesk,
} from './agency/outgoing-documents.js';
export {
  type IncomingDeliveryRow,
  type IncomingDocumentRow,
  type OutgoingDocumentRow,
  type OutgoingRecipientRow,
  type StatusHistoryRow,
  type StatusReportRow,
} from './agency/rows.js';
export { type Standing, standingAfter, stateOf } from './agency/standing.js';
export { type DueReport, type NewStatusReport, type OfficeStep } from './agency/status-reports.js';
