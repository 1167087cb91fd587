import { AmqpBroker, BrokerAdmin, inboxOf, type PrivateRabbit } from '#broker';
import { type Figures, lastToSecondTenth, type Sample } from './figures.js';
import { Program } from './programs.js';
import { receiversOf, type Traffic } from './traffic.js';
import { SENDER } from './workload.js';

/** A vhost of one run, made fresh, with the queues of the axis and a user for each system. */
export interface Arena {
  readonly admin: BrokerAdmin;
  readonly hubUrl: string;
  urlOf(system: string, secret: string): string;
}

/** Makes a fresh vhost on the broker. */
export async function makeArena(rabbit: PrivateRabbit, vhost: string): Promise<Arena> {
  const { managementUrl, username, password } = rabbit;
  const admin = new BrokerAdmin({ managementUrl, username, password, vhost });
  await admin.createVhost(vhost);
  const place = new URL(rabbit.amqpUrl);
  place.pathname = `/${encodeURIComponent(vhost)}`;
  const urlOf = (system: string, secret: string): string => {
    const url = new URL(place);
    url.username = system;
    url.password = secret;
    return url.href;
  };
  return { admin, hubUrl: place.href, urlOf };
}

/** One run of the bare relay with some `count` documents. */
export async function runRelay(
  rabbit: PrivateRabbit,
  { count, traffic = 'eight', name }: { count: number; traffic?: Traffic; name: string },
): Promise<Figures> {
  const arena = await makeArena(rabbit, name);
  const receivers = receiversOf(traffic);
  const broker = await AmqpBroker.open({ url: arena.hubUrl });
  await broker.declareHub();
  for (const system of new Set([SENDER, ...receivers])) {
    await broker.declareInbox(system);
    await arena.admin.putUser(system, 'bench');
    await arena.admin.grantSystem(system);
  }
  const receiver = Program.start('./receiver.js', ['each', ...receivers.map((system) => arena.urlOf(system, 'bench'))]);
  const sender = Program.start('./sender.js', [arena.urlOf(SENDER, 'bench'), String(count), traffic]);
  const [{ documents, copies }] = await Promise.all([
    sender.says<{ documents: number; copies: number }>('ready'),
    receiver.says('ready'),
  ]);
  const every = Math.max(1, Math.floor(documents / 200));
  const relay = Program.start('./relay.js', [arena.hubUrl, String(copies), String(every)]);
  await relay.says('ready');
  try {
    const samples: Sample[] = [];
    relay.child.on('message', (message: { relayed?: number; at?: number }) => {
      if (message.relayed !== undefined && message.at !== undefined)
        samples.push({ documents: message.relayed, at: message.at });
    });
    const cpuBefore = relay.cpuSeconds();
    const done = relay.says<number>('doneAt');
    const started = sender.says<number>('startedAt');
    sender.child.send('go');
    const seconds = (-(await started) + (await done)) / 1000;
    return {
      seconds,
      documentsPerSecond: documents / seconds,
      deliveriesPerSecond: copies / seconds,
      cpuSeconds: relay.cpuSeconds() - cpuBefore,
      peakMemoryMb: relay.peakMemoryMb(),
      lastToSecondTenth: lastToSecondTenth(samples, documents),
    };
  } finally {
    await Promise.all([relay.stop('SIGKILL'), receiver.stop('SIGKILL'), sender.stop('SIGKILL')]);
    await Promise.all(receivers.map((system) => arena.admin.deleteQueue(inboxOf(system))));
    await broker.close();
    await arena.admin.deleteVhost(name);
  }
}
