import { Injectable } from '@nestjs/common';
import { AxisError, hanoiIso, hanoiTimestamp, isAxisError, words, type Words } from '#core';
import { inboxOf, SUBMISSION_QUEUES, Topology, urgentInboxOf } from '#broker';
import { HubStore, type RegisteredSystem } from '#store';
import { type ConnectionTest } from '#wire';
import { Presence } from '../registry/presence.js';
import { Roster } from '../registry/roster.js';
import { errorWords } from './error-words.js';

type Step = ConnectionTest['steps'][number];
/** What a step saw; it throws when something is not as it ought to be. */
type Look = () => Promise<Words | undefined>;

/** Something that is not as it ought to be, in words. */
class NotWell extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

/** Tries the way to a system, each step timed. A message goes through RabbitMQ and back to the hub; nothing is put into an inbox, and no trace is left. */
@Injectable()
export class ConnectionTester {
  constructor(
    private readonly store: HubStore,
    private readonly topology: Topology,
    private readonly roster: Roster,
    private readonly presence: Presence,
  ) {}

  /** @throws AxisError SYSTEM_UNKNOWN */
  async of(name: string): Promise<ConnectionTest> {
    const system = this.roster.system(name);
    if (system === undefined) throw new AxisError('SYSTEM_UNKNOWN', { name });
    const steps: Step[] = [];
    for (const [what, look] of this.looks(system)) steps.push(await timed(what, look));
    return { asOf: hanoiIso(Date.now()), steps };
  }

  private looks(system: RegisteredSystem): [Words, Look][] {
    return [...this.ofStore(), ...this.ofBroker(), ...this.ofSystem(system)];
  }

  private ofStore(): [Words, Look][] {
    return [
      [words('Cơ sở dữ liệu ghi được', 'The database can be written'), () => this.store.probe().then(() => undefined)],
      [
        words('Cơ sở dữ liệu đọc được', 'The database can be read'),
        async () => {
          const { version } = await this.store.about();
          return words(`phiên bản ${version}`, `version ${version}`);
        },
      ],
    ];
  }

  private ofBroker(): [Words, Look][] {
    return [
      [words('RabbitMQ trả lời', 'RabbitMQ answers'), () => this.depthOf(SUBMISSION_QUEUES.edoc)],
      [
        words('RabbitMQ nhận một thông điệp thử và giao lại', 'RabbitMQ takes a message to try it, and hands it out'),
        async () => {
          const { confirmedMs, backMs } = await this.topology.roundTrip().catch(notBack);
          const [confirmed, back] = [confirmedMs.toFixed(1), backMs.toFixed(1)];
          return words(
            `xác nhận sau ${confirmed.replace('.', ',')} ms, trở lại sau ${back.replace('.', ',')} ms`,
            `confirmed after ${confirmed} ms, back after ${back} ms`,
          );
        },
      ],
    ];
  }

  private ofSystem({ name, mode, lockedAt }: RegisteredSystem): [Words, Look][] {
    const inboxes = [inboxOf(name), urgentInboxOf(name)].map((queue): [Words, Look] => [
      words(`Hộp thư ${queue} có đó`, `The inbox ${queue} is there`),
      () => this.depthOf(queue),
    ]);
    return [
      ...(mode === 'amqp' ? inboxes : []),
      [words('Hệ thống không bị khóa', 'The system is not locked'), () => Promise.resolve(unlocked(lockedAt))],
      [
        mode === 'amqp'
          ? words('Hệ thống đang nghe hộp thư', 'The system listens at its inbox')
          : words('Hệ thống có hỏi trong 5 phút qua', 'The system has asked within 5 minutes'),
        () => this.presenceOf(name),
      ],
    ];
  }

  private async depthOf(queue: string): Promise<Words> {
    const state = await this.topology.inspect(queue);
    if (state === undefined) throw new NotWell(words('không có hàng đợi này', 'there is no such queue'));
    const { ready, consumers } = state;
    return words(`${ready} thông điệp, ${consumers} bên nghe`, `${ready} messages, ${consumers} consumers`);
  }

  private async presenceOf(name: string): Promise<Words> {
    const { connected, queued, lastSeenAt } = (await this.presence.now(new Set([name]))).get(name) ?? { queued: 0 };
    const seen =
      lastSeenAt === undefined
        ? words('chưa từng thấy', 'never seen')
        : words(`thấy lần cuối ${moment(lastSeenAt)}`, `last seen ${moment(lastSeenAt)}`);
    const found = words(`${seen.vi}, ${queued} thông điệp đang chờ`, `${seen.en}, ${queued} messages waiting`);
    if (connected !== true) throw new NotWell(found);
    return found;
  }
}

/** RabbitMQ answered a moment ago: what it does not hand out it holds back. */
function notBack(error: unknown): never {
  if (!isAxisError(error, 'BROKER_AWAY')) throw error;
  throw new NotWell(
    words(
      'RabbitMQ trả lời nhưng không nhận hoặc không giao lại thông điệp trong 5 giây; xem cảnh báo bộ nhớ và đĩa của nó',
      'RabbitMQ answers, but did not take the message or hand it out within 5 seconds; look at its memory and disk alarms',
    ),
  );
}

function unlocked(lockedAt: number | undefined): undefined {
  if (lockedAt === undefined) return undefined;
  throw new NotWell(words(`khóa từ ${moment(lockedAt)}`, `locked since ${moment(lockedAt)}`));
}

async function timed(what: Words, look: Look): Promise<Step> {
  const begun = performance.now();
  const taken = (): number => Math.round((performance.now() - begun) * 10) / 10;
  const step = (ok: boolean, detail?: Words): Step => ({
    ...{ what, ok, ms: taken() },
    ...(detail === undefined ? {} : { detail }),
  });
  try {
    return step(true, await look());
  } catch (error) {
    return step(false, error instanceof NotWell ? error.words : errorWords(error));
  }
}

/** `12/03/2020 07:00:00`, of Hanoi, as the pages write it. */
function moment(epochMs: number): string {
  const [day = '', time = ''] = hanoiTimestamp(epochMs).split(' ');
  return `${day.split('/').reverse().join('/')} ${time}`;
}
