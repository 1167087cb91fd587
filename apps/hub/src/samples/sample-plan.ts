import { type Sample, type SampleTemplate } from '#wire';

/** Who samples may be exchanged by: the agencies of each system that can send, by its name. */
export type Correspondents = ReadonlyMap<string, readonly string[]>;

/** Recipients of the samples, one after the other: most documents go to one or two agencies, a few to many. [ours] */
const RECIPIENTS = [1, 2, 1, 3, 1, 2, 5, 1] as const;

/**
 * `count` believable documents between the agencies given: types, senders and numbers of recipients take turns, so the same call has the same
 * shape each time. A document goes to agencies of other systems as long as there are any. `from` alone sends where it is given.
 */
export function planSamples(
  count: number,
  {
    templates,
    correspondents,
    from,
  }: { templates: readonly SampleTemplate[]; correspondents: Correspondents; from?: string },
): Sample[] {
  const systems = [...correspondents.values()];
  const senders = from === undefined ? inTurns(systems) : [from];
  return Array.from({ length: count }, (_, n) => {
    const sender = at(senders, n);
    const others = systems.filter((agencies) => !agencies.includes(sender));
    const { typeName, subject, content, priority } = at(templates, n);
    return {
      ...{ from: sender, to: recipients(n, sender, inTurns(others)), typeName, content, priority },
      subject: `${subject} (văn bản mẫu ${n + 1})`,
    };
  });
}

/** Itself, where there is nobody else. */
function recipients(n: number, sender: string, others: readonly string[]): string[] {
  if (others.length === 0) return [sender];
  const wanted = Math.min(at(RECIPIENTS, n), others.length);
  return Array.from({ length: wanted }, (_, place) => at(others, n + place));
}

/** One of each, then the second of each, and so on. */
function inTurns(groups: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => groups.flatMap((group) => group[place] ?? [])).flat();
}

function at<T>(items: readonly T[], n: number): T {
  return items[n % items.length] as T;
}
