import { HubAwayError } from '../../api/failures.js';
import { done, type IdPage, idsOf, type Retried, retryEach } from './retrying.js';

const IDS = ['a', 'b', 'c', 'd'];

/** Tries all, and stops after so many were tried. */
async function tried(
  retry: (id: string) => Promise<unknown>,
  stopAfter = Infinity,
): Promise<Retried & { asked: string[] }> {
  const asked: string[] = [];
  const stopping = new AbortController();
  const retried = await retryEach({
    ids: IDS,
    retry: (id) => {
      asked.push(id);
      return retry(id);
    },
    signal: stopping.signal,
    onProgress: (soFar) => done(soFar) >= stopAfter && stopping.abort(),
  });
  return { ...retried, asked };
}

it('goes on after one that failed again, and names it', async () => {
  const error = new Error('SUBMISSION_POISONED');
  const result = await tried((id) => (id === 'b' ? Promise.reject(error) : Promise.resolve()));
  expect(result).toEqual({ count: 4, retried: 3, failed: [{ id: 'b', error }], isAway: false, asked: IDS });
});

it('begins nothing more once it is stopped', async () => {
  const { retried, asked } = await tried(() => Promise.resolve(), 2);
  expect([retried, asked]).toEqual([2, ['a', 'b']]);
});

it('stops when the hub is away, and counts the one without an answer as untouched', async () => {
  const result = await tried((id) => (id === 'b' ? Promise.reject(new HubAwayError(502)) : Promise.resolve()));
  expect(result).toMatchObject({ retried: 1, failed: [], isAway: true, asked: ['a', 'b'] });
  expect(done(result)).toBe(1);
});

describe('the ids of a filter', () => {
  const page = (cursor: string | undefined): Promise<IdPage> =>
    Promise.resolve(cursor === undefined ? { items: [{ id: 'a' }, { id: 'b' }], next: '2' } : { items: [{ id: 'c' }] });

  it.each([
    [10, ['a', 'b', 'c'], false],
    [3, ['a', 'b', 'c'], false],
    [2, ['a', 'b'], true],
    [1, ['a'], true],
  ])('at most %d of them', async (most, ids, isMore) => {
    const found: number[] = [];
    expect(await idsOf(page, most, (count) => found.push(count))).toEqual({ ids, isMore });
    expect(found.at(-1)).toBe(ids.length);
  });
});
