import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError, type Delivery, type DocumentDetail, type HubClient, type Sent } from '#wire';
import { type Context } from '../context.js';
import { type KnownSystem } from '../known-systems.js';
import { CliFailure, EXIT, type ExitCode } from '../terminal/failure.js';
import { words } from '#core';
import { printDeliveries } from './status.js';

interface Sending {
  readonly system: KnownSystem;
  readonly sent: Sent;
  readonly withinMs: number;
}

/** Waits until the document is with every recipient or has failed there, and says how it stands: 0 all have it, 3 some have not, 1 none has or it was refused. */
export async function waitForDelivery(context: Context, { system, sent, withinMs }: Sending): Promise<ExitCode> {
  const hub = system.secret === undefined ? await context.hub() : context.hubAs(system);
  const deadline = Date.now() + withinMs;
  let document = await find(hub, sent.identity);
  while (isOpen(document) && Date.now() < deadline) {
    await failIfRefused(context, system, sent);
    await pause(100);
    document = await find(hub, sent.identity);
  }
  if (document === undefined) throw notThere(sent.identity, withinMs);
  const { deliveries } = document;
  context.terminal.result({ ...sent, documentId: document.documentId, deliveries }, () => {
    context.terminal.say(sent.identity);
    printDeliveries(context.terminal, deliveries);
  });
  return exitCodeOf(deliveries);
}

/** 0 when every recipient has it, 3 when some have, 1 when none has. */
export function exitCodeOf(deliveries: readonly Pick<Delivery, 'state'>[]): ExitCode {
  const arrived = deliveries.filter(({ state }) => state === 'received').length;
  if (arrived === deliveries.length) return EXIT.done;
  return arrived > 0 ? EXIT.someFailed : EXIT.failed;
}

function isOpen(document: DocumentDetail | undefined): boolean {
  return document === undefined || document.deliveries.some(({ state }) => state === 'waiting');
}

async function find(hub: HubClient, identity: string): Promise<DocumentDetail | undefined> {
  try {
    return await hub.document(identity);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'DOCUMENT_UNKNOWN') return undefined;
    throw error;
  }
}

async function failIfRefused(context: Context, system: KnownSystem, { key, identity }: Sent): Promise<void> {
  const item = await context.agency(system).outgoingDocument(key);
  if (item.state !== 'refused') return;
  const why = [item.code, item.detail].filter(Boolean).join(': ');
  throw new CliFailure(
    words(`Trục từ chối ${identity}: ${why}`, `The hub refused ${identity}: ${why}`),
    words(`Xem mục ${item.code ?? ''} trong docs/errors.md.`, `See ${item.code ?? ''} in docs/errors.md.`),
  );
}

function notThere(identity: string, withinMs: number): CliFailure {
  const seconds = withinMs / 1000;
  return new CliFailure(
    words(
      `Sau ${seconds} s trục vẫn chưa nhận ${identity}.`,
      `After ${seconds} s the hub does not have ${identity} yet.`,
    ),
    words(
      'Hệ thống gửi sẽ tự gửi khi có thể; xem ./truc doctor.',
      'The sending system goes on by itself; see ./truc doctor.',
    ),
  );
}
