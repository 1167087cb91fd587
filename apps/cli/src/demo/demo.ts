import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError, type DocumentDetail, type HubClient, type Outgoing } from '#wire';
import { type Context } from '../context.js';
import { words, type Words } from '#core';
import { statusWords } from '../commands/status.js';
import { SAMPLE_DOCUMENTS, type SampleDocument } from './sample-documents.js';

const FINISHED = '06';
const WITHIN_MS = 60_000;

/** Sends the sample documents one after the other, each when the one before is through; returns what is missing in the end, a line each. */
export async function sendSamples(context: Context, hub: HubClient, signal: AbortSignal): Promise<Words[]> {
  const missing: Words[] = [];
  for (const sample of SAMPLE_DOCUMENTS) missing.push(...(await sendAndFollow(context, hub, { sample, signal })));
  return missing;
}

interface Errand {
  readonly sample: SampleDocument;
  readonly signal: AbortSignal;
}

async function sendAndFollow(context: Context, hub: HubClient, { sample, signal }: Errand): Promise<Words[]> {
  const agency = context.agency(await context.systems.get(sample.system));
  const { key, identity } = await agency.send(sample.form);
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const missing = [
      ...missingAtHub(identity, await documentIfThere(hub, identity), sample.form.to.length),
      ...missingAtIssuer(identity, await agency.outgoingDocument(key)),
    ];
    if (missing.length === 0 || Date.now() > deadline || signal.aborted) return missing;
    await pause(100, undefined, { signal }).catch(() => undefined);
  }
}

async function documentIfThere(hub: HubClient, identity: string): Promise<DocumentDetail | undefined> {
  try {
    return await hub.document(identity);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'DOCUMENT_UNKNOWN') return undefined;
    throw error;
  }
}

function missingAtHub(identity: string, document: DocumentDetail | undefined, recipients: number): Words[] {
  if (document === undefined) return [words(`${identity}: trục chưa nhận`, `${identity}: the hub does not have it`)];
  const lost = recipients - document.deliveries.length;
  const open = document.deliveries.filter(({ state, status }) => state !== 'received' || status !== FINISHED);
  return [
    ...open.map(({ recipient, state, status }) => {
      const where = `${identity} → ${recipient}: ${state} ${statusWords(status)}`;
      return words(where, where);
    }),
    ...(lost === 0
      ? []
      : [words(`${identity}: thiếu ${lost} nơi nhận`, `${identity}: ${lost} recipients are missing`)]),
  ];
}

function missingAtIssuer(identity: string, { recipients }: Outgoing): Words[] {
  const open = recipients.filter(({ status }) => status !== FINISHED);
  return open.map(({ code, status }) =>
    words(
      `${identity}: nơi gửi mới biết ${code} ${statusWords(status) || '—'}`,
      `${identity}: its sender has heard only ${statusWords(status) || 'nothing'} of ${code}`,
    ),
  );
}
