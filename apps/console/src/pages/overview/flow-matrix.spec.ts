import { flowMatrix } from './flow-matrix.js';

describe('the matrix of tiers', () => {
  const flow = [
    { from: 'central', to: 'province', made: 5 },
    { from: 'province', to: 'commune', made: 7 },
    { from: 'province', to: 'central', made: 1 },
  ];

  it('adds up by row, by column and in all', () => {
    const { tiers, rows, totals, total, most } = flowMatrix(flow);
    expect(tiers).toEqual(['central', 'province', 'district', 'commune']);
    expect(rows.map((row) => row.total)).toEqual([5, 8, 0, 0]);
    expect(totals).toEqual([1, 5, 0, 7]);
    expect([total, most]).toEqual([13, 7]);
  });

  it('shows what is outside the four tiers only when there is something of it', () => {
    expect(flowMatrix([{ from: 'outside', to: 'central', made: 0 }]).tiers).not.toContain('outside');
    expect(flowMatrix([{ from: 'outside', to: 'central', made: 2 }]).total).toBe(2);
  });
});
