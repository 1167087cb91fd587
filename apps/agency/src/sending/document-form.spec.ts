import { readFormFields, readJsonForm } from './document-form.js';

const G22 = '000.00.00.G22';
const H53 = '000.00.00.H53';

describe('A form', () => {
  it('that came as JSON has its files decoded', () => {
    const files = [{ name: 'a.txt', base64: 'eGlu' }];
    expect(readJsonForm({ from: H53, to: [G22], subject: 'x', files }).files).toEqual([
      { name: 'a.txt', contentType: 'application/octet-stream', content: Buffer.from('xin') },
    ]);
  });

  it('that came in parts may name its recipients one by one or together', () => {
    const fields: [string, string][] = [
      ...([
        ['from', H53],
        ['subject', 'x'],
        ['priority', '3'],
      ] as [string, string][]),
      ...([
        ['to', G22],
        ['to', 'H53.31, H53.04'],
      ] as [string, string][]),
    ];
    expect(readFormFields(fields, [])).toMatchObject({ to: [G22, 'H53.31', 'H53.04'], priority: 3 });
  });

  it('with fields that do not exist or do not fit is refused with every fault', () => {
    expect(() => readJsonForm({ from: H53, to: [], subject: 'x', secret: true })).toThrow(/to.*secret|secret.*to/s);
  });
});
