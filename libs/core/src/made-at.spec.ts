import { madeAt } from './made-at.js';

describe('When an id was made', () => {
  it.each([
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', 0x017f22e279b0],
    ['00000000-0001-7000-8000-000000000000', 1],
    ['919108f7-52d1-4320-9bac-f847db4148a8', undefined],
    ['document-1', undefined],
  ])('%s: %d', (id, at) => {
    expect(madeAt(id)).toBe(at);
  });
});
