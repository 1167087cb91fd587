/*
 * Eight polling systems of the benchmark, in one process, over at most 50 connections. Open loop: the n-th document is due at its moment whether or
 * not earlier ones were answered, and its time counts from then. Each system lists every 250 ms (or as soon as it has
 * closed what it found, if that takes longer), gets and closes what waits for it.
 */
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { writeDocument } from '#edxml';
import { edocFileOf, vxpCalls } from '#wire';
import { sampleDocument } from '../support/sample-document.js';
import { Latencies } from './latencies.js';
import { callVxp } from './vxp-caller.js';
import { codeOf, RECEIVERS } from './workload.js';

const MOST_CONNECTIONS = 50;
const FETCHED_AT_ONCE = 4;
/** A system that polls does so by the clock; the real ones every minute or so. */
const POLLS_EVERY_MS = 250;
const ATTACHMENT_BYTES = 1_500;

const [url = '', rate = '250', seconds = '20', ...secrets] = process.argv.slice(2);
const systems = RECEIVERS.map((systemId, index) => ({ url, systemId, secret: secrets[index] ?? '' }));
const documents = Number(rate) * Number(seconds);
const files = Array.from({ length: documents }, (_, index) => edocFileOf(documentOf(index)));
const agent = new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
const latencies = new Latencies();
let received = 0;

process.send?.({ ready: true });
process.once('message', () => void run());

async function run(): Promise<void> {
  const startedAt = performance.now();
  const fetching = systems.map((_, index) => fetchAll(index));
  const sending: Promise<void>[] = [];
  for (let index = 0; index < documents; index += 1) {
    const dueAt = startedAt + (index * 1000) / Number(rate);
    const early = dueAt - performance.now();
    if (early > 1) await pause(early);
    sending.push(send(index, dueAt));
  }
  await Promise.all(sending);
  const sentSeconds = (performance.now() - startedAt) / 1000;
  await Promise.all(fetching);
  const allSeconds = (performance.now() - startedAt) / 1000;
  process.send?.({ done: { sentSeconds, allSeconds, received, latencies: latencies.all() } });
  agent.destroy();
}

async function send(index: number, dueAt: number): Promise<void> {
  const from = index % systems.length;
  const [caller, file] = [systems[from], files[index]];
  if (caller === undefined || file === undefined) return;
  await callVxp(agent, caller, vxpCalls.sendEdoc({ from: codeOf(caller.systemId), messageType: 'edoc', file }));
  latencies.note('sendEdoc', performance.now() - dueAt);
}

async function fetchAll(index: number): Promise<void> {
  const caller = systems[index];
  if (caller === undefined) return;
  // Not all at the same moment: they know nothing of each other.
  const first = performance.now() + (index * POLLS_EVERY_MS) / systems.length;
  for (let nextAt = first; received < documents; nextAt += POLLS_EVERY_MS) {
    await pause(Math.max(0, nextAt - performance.now()));
    const { data } = await timed('getReceivedEdocList', () =>
      callVxp(agent, caller, vxpCalls.getReceivedEdocList({ messageType: 'edoc' })),
    );
    const waiting = (data as { docId: string }[]).map(({ docId }) => docId);
    const take = async (): Promise<void> => {
      for (let docId = waiting.shift(); docId !== undefined; docId = waiting.shift()) await fetchOne(index, docId);
    };
    await Promise.all(Array.from({ length: FETCHED_AT_ONCE }, take));
  }
}

async function fetchOne(index: number, docId: string): Promise<void> {
  const caller = systems[index];
  if (caller === undefined) return;
  await timed('getEdoc', () => callVxp(agent, caller, vxpCalls.getEdoc(docId)));
  await timed('updateStatus', () => callVxp(agent, caller, vxpCalls.updateStatus(docId, 'done')));
  received += 1;
}

async function timed<T>(kind: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  latencies.note(kind, performance.now() - startedAt);
  return result;
}

/** A document of about 6 KB from one system's agency to the next one's. */
function documentOf(index: number): Buffer {
  const [from, to] = [index, index + 1].map((each) => codeOf(RECEIVERS[each % RECEIVERS.length] ?? 'h01'));
  const number = String(index + 1).padStart(2, '0');
  return writeDocument(sampleDocument({ from: from ?? '', to: [to ?? ''], number, attachmentBytes: ATTACHMENT_BYTES }));
}
