import { nextShare, NOTHING_MADE, refusalsOf, tallied } from './many-samples.js';

const document = { documentId: '1', identity: 'i', subject: 's' };

describe('many samples', () => {
  it('are asked for ten at a time until there are enough', () => {
    let tally = NOTHING_MADE;
    const shares = [];
    for (let share = nextShare(23, tally); share > 0; share = nextShare(23, tally)) {
      shares.push(share);
      tally = tallied(tally, share, { accepted: share, refused: [], documents: [document] });
    }
    expect(shares).toEqual([10, 10, 3]);
    expect(tally).toMatchObject({ asked: 23, accepted: 23 });
    expect(tally.documents).toHaveLength(3);
  });

  it('tell refusals by code, the most frequent first', () => {
    const refused = ['A', 'B', 'B'].map((code, index) => ({ code, detail: String(index) }));
    expect(refusalsOf({ ...NOTHING_MADE, refused })).toEqual([
      { code: 'B', detail: '1', count: 2 },
      { code: 'A', detail: '0', count: 1 },
    ]);
  });
});
