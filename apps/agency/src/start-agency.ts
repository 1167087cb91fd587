import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { AxisError, settlesWithin } from '#core';
import { BatchTransport, type Broker } from '#broker';
import { type AgencyConfig } from '#config';
import { PinoLogger } from '#logging';
import { AgencyAtWork } from './agency-at-work.js';
import { AgencyModule } from './agency.module.js';
import { type AgencyParts, openParts } from './agency-parts.js';
import { prepareHttp } from './http/prepare-http.js';
import { inboxRoutes } from './receiving/inbox.consumer.js';
import { Patience } from './receiving/patience.js';
import { ReportSender } from './reporting/report-sender.js';
import { DocumentSender } from './sending/document-sender.js';
import { Resubmission } from './sending/resubmission.js';

/** A connected system at work. */
export interface RunningAgency {
  readonly url: string;
  /** Takes nothing more, finishes what is in hand, says what is left, lets go. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** How long work in hand may take when this process stops; what is not done by then is done at the next start. */
const STOP_WITHIN_MS = 10_000;

/** Starts a system in this process. Rejects with an AxisError that says what is in the way. `broker` takes RabbitMQ's place, in tests. */
export async function startAgency(config: AgencyConfig, broker?: Broker): Promise<RunningAgency> {
  const logger = new PinoLogger({ ...config.log, name: config.systemName });
  const parts = await openParts(config, (line) => logger.warn(line, 'Broker'), broker);
  try {
    return await startAround(parts, config, logger);
  } catch (error) {
    await letGo(parts);
    throw error;
  }
}

async function startAround(parts: AgencyParts, config: AgencyConfig, logger: PinoLogger): Promise<RunningAgency> {
  const app = await NestFactory.create<NestExpressApplication>(AgencyModule.around(config, parts), {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  prepareHttp(app, config);
  app.connectMicroservice({ strategy: new BatchTransport(parts.broker, inboxRoutes(config.systemName, config.batch)) });
  const senders = { documents: app.get(DocumentSender), reports: app.get(ReportSender) };
  const resubmission = new Resubmission(parts.store, senders, config.resubmitAfterMs);
  await listen(app, config);
  await resubmission.start();
  app.get(AgencyAtWork).start();
  await app.startAllMicroservices();
  let closing: Promise<void> | undefined;
  return { url: await app.getUrl(), close: () => (closing ??= shutDown(app, parts, resubmission)) };
}

async function listen(app: NestExpressApplication, { port, host }: AgencyConfig): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw (error as { code?: string }).code === 'EADDRINUSE'
      ? new AxisError('PORT_TAKEN', { port }, { cause: error })
      : error;
  }
}

async function shutDown(app: NestExpressApplication, parts: AgencyParts, resubmission: Resubmission): Promise<void> {
  parts.faults.close();
  app.get(Patience).stop();
  await settlesWithin(STOP_WITHIN_MS, app.close());
  await settlesWithin(STOP_WITHIN_MS, Promise.all([resubmission.close(), app.get(AgencyAtWork).close()]));
  const { documents, reports, receipts } = await parts.store.figures.leftOver();
  new Logger('Agency').log(
    `Stopped. Left for the next start: ${documents} documents, ${reports} statuses, ${receipts} receipts.`,
  );
  await letGo(parts);
}

async function letGo({ store, broker }: AgencyParts): Promise<void> {
  await settlesWithin(STOP_WITHIN_MS, broker.close());
  await store.close();
}
