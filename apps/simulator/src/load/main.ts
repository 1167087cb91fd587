import { AmqpBroker, type Broker } from '#broker';
import { type LoadEvent, loadSettingsSchema } from '#wire';
import { operatorOf } from '../operator.js';
import { runProgram } from '../simulator-program.js';
import { runLoad } from './run-load.js';

/* A load as a program: hands documents to the running axis at a fixed rate and says what became of them. */

const PREFIX = 'tai';
/** Documents that come due while RabbitMQ is away stand in line for so long before they are tried anew. */
const WAITS_MS = 30_000;

await runProgram(loadSettingsSchema, async (settings, { config, say, signal }) => {
  const tell = (event: LoadEvent): void => say(event);
  const result = await runLoad(settings, {
    ...{ hub: await operatorOf(config), hubUrl: config.hubUrl, prefix: PREFIX, stop: signal },
    connect: (system, secret) => connectAs(config.amqpUrl, system, secret),
    onProgress: (progress) => tell({ kind: 'progress', ...progress }),
  });
  tell({ kind: 'done', result });
});

/** Eighteen connections that come about as they should are nothing to tell. */
function sayOutages(line: string): void {
  if (!line.endsWith('connected to RabbitMQ.')) console.error(line);
}

function connectAs(amqpUrl: string, system: string, secret: string): Promise<Broker> {
  const url = new URL(amqpUrl);
  url.username = system;
  url.password = encodeURIComponent(secret);
  return AmqpBroker.open({
    ...{ url: url.href, name: `load ${system}`, userId: system, waitForBrokerMs: WAITS_MS },
    log: sayOutages,
  });
}
