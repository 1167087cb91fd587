import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Broker } from '#broker';
import { type AgencyConfig } from '#config';
import { AgencyStore } from '#store';
import { AGENCY_CONFIG } from './agency-config.token.js';
import { AgencyAtWork } from './agency-at-work.js';
import { type AgencyParts } from './agency-parts.js';
import { HubBodies } from './bodies/hub-bodies.js';
import { KeptBodies } from './bodies/kept-bodies.js';
import { ObjectFolder } from './bodies/object-folder.js';
import { FailPoints } from './fail-points.js';
import { FaultSwitch } from './faults/fault-switch.js';
import { FaultsController } from './faults/faults.controller.js';
import { HealthController } from './health/health.controller.js';
import { AgenciesController } from './http/agencies.controller.js';
import { DocumentFinding } from './http/document-finding.js';
import { DocumentReading } from './http/document-reading.js';
import { DocumentsController, HandInController } from './http/documents.controller.js';
import { HandInRequest } from './http/hand-in-request.js';
import { ListsController } from './http/lists.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { TokenGuard } from './http/token.guard.js';
import { AgencyMetrics } from './metrics/agency-metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Office } from './office/office.js';
import { OfficeController } from './office/office.controller.js';
import { OfficeSwitch } from './office/office-switch.js';
import { OwnSystem } from './own-system.js';
import { InboxConsumer } from './receiving/inbox.consumer.js';
import { InboxDesk } from './receiving/inbox-desk.js';
import { InboxKeeper } from './receiving/inbox-keeper.js';
import { Patience } from './receiving/patience.js';
import { ReceiptSender } from './receiving/receipt-sender.js';
import { IncomingHeaders } from './reporting/incoming-headers.js';
import { ReportSender } from './reporting/report-sender.js';
import { StatusDesk } from './reporting/status-desk.js';
import { BodyTaking } from './sending/body-taking.js';
import { DocumentSender } from './sending/document-sender.js';
import { HandIn } from './sending/hand-in.js';
import { ClerkSessions } from './session/clerk-sessions.js';
import { SessionController } from './session/session.controller.js';

const SENDING = [HandIn, BodyTaking, DocumentSender];
const RECEIVING = [InboxDesk, InboxKeeper, Patience, ReceiptSender];
const REPORTING = [StatusDesk, ReportSender, IncomingHeaders];
const HTTP = [HandInRequest, DocumentFinding, DocumentReading, TokenGuard, ClerkSessions];

/** One connected system, put together around the parts it is given. */
@Module({})
export class AgencyModule {
  static around(config: AgencyConfig, parts: AgencyParts): DynamicModule {
    return {
      module: AgencyModule,
      controllers: [
        ...[InboxConsumer, HandInController, DocumentsController, ListsController],
        ...[AgenciesController, SessionController, OfficeController, FaultsController, HealthController],
        ...[MetricsController],
      ],
      providers: [
        ...[...SENDING, ...RECEIVING, ...REPORTING, ...HTTP, KeptBodies, Office, AgencyAtWork, AgencyMetrics],
        { provide: AGENCY_CONFIG, useValue: config },
        { provide: AgencyStore, useValue: parts.store },
        { provide: Broker, useValue: parts.broker },
        { provide: FaultSwitch, useValue: parts.faults },
        { provide: OwnSystem, useValue: parts.own },
        { provide: ObjectFolder, useValue: parts.objects },
        { provide: HubBodies, useValue: parts.hub },
        { provide: OfficeSwitch, useValue: new OfficeSwitch(config.office) },
        { provide: FailPoints, useValue: new FailPoints(config.failPoint) },
        { provide: APP_GUARD, useExisting: TokenGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
