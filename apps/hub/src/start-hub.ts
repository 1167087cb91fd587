import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { BatchTransport } from '#broker';
import { type HubConfig } from '#config';
import { PinoLogger } from '#logging';
import { Clock } from './clock.js';
import { type Connections, openConnections } from './connections.js';
import { consumerRoutes } from './consumer-routes.js';
import { prepareHttp } from './http/prepare-http.js';
import { HubModule } from './hub.module.js';

/** A hub at work. */
export interface RunningHub {
  readonly url: string;
  /** Takes no more work, finishes what is in hand, lets go of store and broker. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** Starts a hub in this process; `clock` is for tests of old signatures. Resolves when it takes documents; rejects with an AxisError that says what is in the way. */
export async function startHub(config: HubConfig, clock = new Clock()): Promise<RunningHub> {
  const logger = new PinoLogger({ ...config.log, name: 'hub' });
  const connections = await openConnections(config, (line) => logger.warn(line, 'Broker'));
  const app = await NestFactory.create<NestExpressApplication>(HubModule.around(config, connections, clock), {
    logger,
    bodyParser: false,
    abortOnError: false,
    // The live feed never ends by itself; whoever was uploading asks again with its key.
    forceCloseConnections: true,
  });
  prepareHttp(app, config);
  app.connectMicroservice({ strategy: new BatchTransport(connections.broker, consumerRoutes(config)) });
  await app.init();
  await app.startAllMicroservices();
  await app.listen(config.port, config.host);
  let closing: Promise<void> | undefined;
  return { url: await app.getUrl(), close: () => (closing ??= shutDown(app, connections)) };
}

async function shutDown(app: NestExpressApplication, { broker, feed, store }: Connections): Promise<void> {
  await app.close();
  await feed.close();
  await broker.close();
  await store.close();
}
