import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AxisError } from '#core';
import { HubClient } from './hub-client.js';
import { ProblemError, UnreachableError } from './problem.js';
import { secretIn } from './secret-file.js';

/** A system that enrols itself. */
export interface Newcomer {
  readonly name: string;
  readonly codes: readonly string[];
  /** It has no inbox and polls its mailbox over HTTP. */
  readonly poll: boolean;
  readonly hubUrl: string;
  /** Holds the token that lets systems enrol themselves. */
  readonly tokenFile: string;
  /** Where it keeps its secret. */
  readonly secretFile: string;
}

const AGAIN_MS = 500;

/**
 * The secret this system is enrolled with: the one it keeps, or that of an enrolment made now and kept, for which it waits until the hub is
 * there. A hub that is away is no reason not to start with a kept one. Throws ENROLMENT_UNKNOWN when the hub does not take the kept one, and what
 * the hub refuses an enrolment with.
 */
export async function ownSecret(plan: Newcomer, log: (line: string) => void = sayPlainly): Promise<string> {
  const kept = await secretIn(plan.secretFile);
  if (kept !== undefined) return stillKnown(plan, kept);
  const secret = await enrol(plan, log);
  log(`${plan.name} is enrolled for ${plan.codes.join(', ')}.`);
  return secret;
}

async function stillKnown({ name, hubUrl: url }: Newcomer, secret: string): Promise<string> {
  try {
    await new HubClient({ url, credentials: { system: name, secret } }).system(name);
  } catch (error) {
    if (!(error instanceof ProblemError)) return secret;
    if (error.problem.code === 'UNAUTHENTICATED') throw new AxisError('ENROLMENT_UNKNOWN', { name });
  }
  return secret;
}

/** The secret is on disk before the hub hears of it: whatever is lost on the way, the same enrolment is asked for once more. */
async function enrol(plan: Newcomer, log: typeof sayPlainly): Promise<string> {
  const { secretFile } = plan;
  const proposed = `${secretFile}.proposed`;
  let secret = await secretIn(proposed);
  if (secret === undefined) {
    secret = randomBytes(32).toString('base64url');
    await mkdir(dirname(secretFile), { recursive: true });
    await writeFile(`${proposed}.new`, `${secret}\n`, { mode: 0o600 });
    await rename(`${proposed}.new`, proposed);
  }
  await enrolWith(secret, plan, log);
  await rename(proposed, secretFile);
  return secret;
}

async function enrolWith(secret: string, plan: Newcomer, log: typeof sayPlainly): Promise<void> {
  const { name, codes, poll, hubUrl: url, tokenFile } = plan;
  for (let isFirst = true; ; isFirst = false) {
    const token = await secretIn(tokenFile);
    try {
      if (token === undefined) throw new UnreachableError(url, new Error(`${tokenFile} is not there yet`));
      const hub = new HubClient({ url, credentials: { token } });
      await hub.addSystem({ name, codes: [...codes], arrivals: !poll, poll, secret });
      return;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500) throw refusalOf(error, name);
      if (isFirst) log(`Waiting for the hub: ${error instanceof Error ? error.message : String(error)}`);
    }
    await pause(AGAIN_MS);
  }
}

/** The hub's refusal in its own words; a token that it does not take is an enrolment that it does not know. */
function refusalOf({ problem }: ProblemError, name: string): Error {
  if (problem.code === 'UNAUTHENTICATED') return new AxisError('ENROLMENT_UNKNOWN', { name });
  return new Error(`${problem.code}: ${problem.detail} ${problem.remedy ?? ''}`.trimEnd());
}

function sayPlainly(line: string): void {
  process.stderr.write(`${line}\n`);
}
