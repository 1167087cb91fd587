import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Broker, BrokerAdmin, Feed, Topology } from '#broker';
import { type HubConfig } from '#config';
import { HubStore } from '#store';
import { AccountsController } from './accounts/accounts.controller.js';
import { FailedSignIns } from './accounts/failed-sign-ins.js';
import { FirstAdministrator } from './accounts/first-administrator.js';
import { Passwords } from './accounts/passwords.js';
import { ProgramTokens } from './accounts/program-tokens.js';
import { SessionController } from './accounts/session.controller.js';
import { SessionSweep } from './accounts/session-sweep.js';
import { Sessions } from './accounts/sessions.js';
import { TokensController } from './accounts/tokens.controller.js';
import { Clock } from './clock.js';
import { type Connections } from './connections.js';
import { DeadLetterConsumer } from './dead-letters/dead-letter.consumer.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { Retrying } from './dead-letters/retrying.js';
import { SubmissionConsumers } from './dead-letters/submission-consumers.js';
import { BrokerExamination } from './diagnostics/broker-examination.js';
import { ConnectionTester } from './diagnostics/connection-test.js';
import { DiagnosticsController } from './diagnostics/diagnostics.controller.js';
import { Examinations } from './diagnostics/examinations.js';
import { HubExamination } from './diagnostics/hub-examination.js';
import { StoreExamination } from './diagnostics/store-examination.js';
import { SWEEPS_PROVIDER } from './diagnostics/sweeps.js';
import { BodiesController } from './documents/bodies.controller.js';
import { Collector } from './documents/collector.js';
import { ContentsController } from './documents/contents.controller.js';
import { DocumentContents } from './documents/document-contents.js';
import { DocumentReading } from './documents/document-reading.js';
import { DocumentsController } from './documents/documents.controller.js';
import { HandingIn } from './documents/handing-in.js';
import { IncomingBody } from './documents/incoming-body.js';
import { ObjectStore } from './documents/object-store.js';
import { RefusalsController } from './documents/refusals.controller.js';
import { Tracing } from './documents/tracing.js';
import { AxisEvents } from './events/axis-events.js';
import { EventsController } from './events/events.controller.js';
import { LiveFeed } from './events/live-feed.js';
import { Acceptance } from './exchange/acceptance.js';
import { BodyReading } from './exchange/body-reading.js';
import { EnvelopeReader } from './exchange/reading/envelope-reader.js';
import { Dispatcher } from './exchange/dispatcher.js';
import { EdocConsumer } from './exchange/edoc.consumer.js';
import { Examiner } from './exchange/examiner.js';
import { ExchangeService } from './exchange/exchange.service.js';
import { FailPoints } from './exchange/fail-points.js';
import { IntakeRules } from './exchange/intake.js';
import { Notices } from './exchange/notices.js';
import { ReceiptConsumer } from './exchange/receipt.consumer.js';
import { ReceiptsService } from './exchange/receipts.service.js';
import { Refill } from './exchange/refill.js';
import { RidingOut } from './exchange/riding-out.js';
import { SimulatedTime } from './exchange/simulated-time.js';
import { StatusConsumer } from './exchange/status.consumer.js';
import { StatusReading } from './exchange/status-reading.js';
import { StatusForwarding } from './exchange/status-forwarding.js';
import { StatusesService } from './exchange/statuses.service.js';
import { Sweeper } from './exchange/sweeper.js';
import { HealthController } from './health/health.controller.js';
import { HubHealth } from './health/hub-health.js';
import { ProblemFilter } from './http/problem.filter.js';
import { HUB_CONFIG } from './hub-config.token.js';
import { HubMetrics } from './metrics/hub-metrics.js';
import { QueueDepths } from './metrics/queue-depths.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { AbsentSystems } from './overview/absent-systems.js';
import { OverviewController } from './overview/overview.controller.js';
import { Overviews } from './overview/overviews.js';
import { TrafficPruning } from './overview/traffic-pruning.js';
import { AgenciesController } from './registry/agencies.controller.js';
import { BrokerAccounts } from './registry/broker-accounts.js';
import { AgencySearch } from './registry/agency-search.js';
import { AgencyTree } from './registry/agency-tree.js';
import { DirectorySeed } from './registry/directory-seed.js';
import { EnrolmentService } from './registry/enrolment.service.js';
import { InboxWatch } from './registry/inbox-watch.js';
import { Inboxes } from './registry/inboxes.js';
import { LocksController } from './registry/locks.controller.js';
import { Mailboxes } from './registry/mailboxes.js';
import { NewcomerWatch } from './registry/newcomer-watch.js';
import { OldestWaiting } from './registry/oldest-waiting.js';
import { Presence } from './registry/presence.js';
import { PresenceWatch } from './registry/presence-watch.js';
import { Roster } from './registry/roster.js';
import { ShownSystems } from './registry/shown-systems.js';
import { SystemLocks } from './registry/system-locks.js';
import { Unserved } from './registry/unserved.js';
import { SystemsController } from './registry/systems.controller.js';
import { ManySamples } from './samples/many-samples.js';
import { SampleFields } from './samples/sample-fields.js';
import { SampleFiles } from './samples/sample-files.js';
import { SampleSending } from './samples/sample-sending.js';
import { SampleWriting } from './samples/sample-writing.js';
import { SamplesController } from './samples/samples.controller.js';
import { Callers } from './security/callers.js';
import { EnrolmentToken } from './security/enrolment-token.js';
import { OperatorToken } from './security/operator-token.js';
import { SecretGuard } from './security/secret-guard.js';
import { BreakdownsController } from './statistics/breakdowns.controller.js';
import { LargeBodies } from './statistics/large-bodies.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { VerificationController } from './statistics/verification.controller.js';
import { AgencyOperations } from './vxp/agency-operations.js';
import { LetterBodies } from './vxp/letter-bodies.js';
import { LetterMarks } from './vxp/letter-marks.js';
import { MailboxOperations } from './vxp/mailbox-operations.js';
import { Sending } from './vxp/sending.js';
import { SentOperations } from './vxp/sent-operations.js';
import { StatusSending } from './vxp/status-sending.js';
import { VxpAuthentication } from './vxp/vxp-authentication.js';
import { VxpInterface } from './vxp/vxp-interface.js';
import { VxpOperations } from './vxp/vxp-operations.js';

const CONSUMERS = [EdocConsumer, StatusConsumer, ReceiptConsumer, DeadLetterConsumer];
const CONTROLLERS = [
  ...[DocumentsController, ContentsController, BodiesController, RefusalsController, DeadLettersController],
  ...[AgenciesController, SystemsController, StatisticsController, BreakdownsController, EventsController],
  ...[VerificationController, HealthController, MetricsController, DiagnosticsController],
  ...[SamplesController, OverviewController, SessionController, AccountsController, TokensController],
  ...[LocksController],
];
const EXCHANGE = [
  ...[ExchangeService, Acceptance, Examiner, BodyReading, EnvelopeReader, SimulatedTime],
  ...[Dispatcher, Refill, Sweeper, IntakeRules, RidingOut],
  ...[ReceiptsService, StatusesService, StatusReading, StatusForwarding, Notices, AxisEvents, LiveFeed],
];
const REGISTRY = [
  Roster,
  AgencySearch,
  AgencyTree,
  Mailboxes,
  DirectorySeed,
  EnrolmentService,
  BrokerAccounts,
  Inboxes,
  InboxWatch,
  Unserved,
  Presence,
  PresenceWatch,
  NewcomerWatch,
  OldestWaiting,
  ShownSystems,
  SystemLocks,
];
const DOCUMENTS = [ObjectStore, IncomingBody, Collector, HandingIn, DocumentReading, DocumentContents, Tracing];
const SAMPLES = [ManySamples, SampleFields, SampleWriting, SampleFiles, SampleSending];
const DEAD_LETTERS = [Retrying, SubmissionConsumers, ...CONSUMERS];
const VXP = [
  ...[VxpInterface, VxpOperations, VxpAuthentication, AgencyOperations, MailboxOperations, LetterBodies, LetterMarks],
  ...[Sending, StatusSending, SentOperations],
];
const OPERATION = [
  ...[HubHealth, HubMetrics, QueueDepths, ConnectionTester, LargeBodies],
  ...[Overviews, AbsentSystems, TrafficPruning],
  ...[Examinations, StoreExamination, BrokerExamination, HubExamination, SWEEPS_PROVIDER],
];
const SECURITY = [
  ...[SecretGuard, Callers, Sessions, SessionSweep, ProgramTokens],
  ...[Passwords, FailedSignIns, FirstAdministrator],
];

/** The hub, put together around the connections it is given. */
@Module({})
export class HubModule {
  static around(
    config: HubConfig,
    { store, broker, topology, feed, admin, operators, failPoints }: Connections,
    clock: Clock,
  ): DynamicModule {
    return {
      module: HubModule,
      controllers: [...CONSUMERS, ...CONTROLLERS],
      providers: [
        ...[...EXCHANGE, ...REGISTRY, ...DOCUMENTS, ...SAMPLES, ...DEAD_LETTERS, ...VXP, ...OPERATION, ...SECURITY],
        { provide: HUB_CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: HubStore, useValue: store },
        { provide: Broker, useValue: broker },
        { provide: Topology, useValue: topology },
        { provide: Feed, useValue: feed },
        { provide: BrokerAdmin, useValue: admin },
        { provide: OperatorToken, useValue: operators },
        { provide: EnrolmentToken, useFactory: () => EnrolmentToken.in(config.enrolmentTokenFile) },
        { provide: FailPoints, useValue: failPoints },
        { provide: APP_GUARD, useExisting: SecretGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
