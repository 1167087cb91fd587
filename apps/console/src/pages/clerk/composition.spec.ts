import { type Composition, faultOf, formOf, MOST_BYTES } from './composition.js';

const letter: Composition = {
  ...{ from: 'H53', to: ['G22', 'G14'], subject: ' V/v gửi thử ', typeName: 'Công văn', content: '', priority: '0' },
  ...{ dueOn: '', paper: false, files: [] },
};

it('a composition becomes a form without what is left empty', () => {
  expect([...formOf(letter)]).toEqual([
    ['from', 'H53'],
    ['subject', 'V/v gửi thử'],
    ['typeName', 'Công văn'],
    ['priority', '0'],
    ['to', 'G22'],
    ['to', 'G14'],
  ]);
});

it('the files go along under composed names', () => {
  const file = new File(['x'], 'Tờ trình.pdf'.normalize('NFD'));
  const [[, taken] = []] = [...formOf({ ...letter, files: [file] })].filter(([name]) => name === 'files');
  expect((taken as File).name).toBe('Tờ trình.pdf'.normalize('NFC'));
});

it.each<[Partial<Composition>, string | undefined]>([
  [{}, undefined],
  [{ from: '' }, 'noSender'],
  [{ to: [] }, 'noRecipients'],
  [{ subject: ' ' }, 'noSubject'],
  [{ files: [{ size: MOST_BYTES } as File, { size: 1 } as File] }, 'tooLarge'],
])('%j lacks %p', (over, fault) => {
  expect(faultOf({ ...letter, ...over })).toBe(fault);
});
