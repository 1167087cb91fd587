/** Types of words.mjs, for the specs. */
export class Failure extends Error {
  readonly remedy: string;
  constructor(cause: string, remedy: string);
}
export function say(vietnamese: string, english: string): string;
export function knownFailure(text: string, where: string): Failure | undefined;
