import { placeIn } from './place-in-file.js';

const text = '<a>\r\n  <Số>12</Số>\n</a>';

describe('a place in a file', () => {
  it.each([
    ['1:2', { before: '<', mark: 'a', after: '>' }],
    ['2:3', { before: '  ', mark: '<', after: 'Số>12</Số>' }],
    ['3:99', { before: '</a>', mark: '', after: '' }],
  ])('%s shows its line', (at, shown) => {
    expect(placeIn(text, at)).toMatchObject(shown);
  });

  it('of a line of megabytes shows what is around it', () => {
    const place = placeIn('x'.repeat(3_000_000), '1:2000000');
    expect([place?.before.length, place?.mark, place?.after.length]).toEqual([60, 'x', 60]);
  });

  it.each(['4:1', '', '2', 'a:b', undefined])('%s is none', (at) => {
    expect(placeIn(text, at)).toBeUndefined();
  });
});
