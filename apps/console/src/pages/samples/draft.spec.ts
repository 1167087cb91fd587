import { type Draft, draftFrom, faultOf, sampleOf, withTemplate } from './draft.js';

const draft: Draft = { ...draftFrom(new URLSearchParams('from=G22&to=H53&to=H53.31')), subject: ' V/v thử ' };
const file = (size: number): File => ({ name: 'a.pdf', size }) as File;

describe('the form of a sample', () => {
  it('begins with whom the address names', () => {
    expect(draft).toMatchObject({ from: 'G22', to: ['H53', 'H53.31'], typeName: 'Công văn' });
  });

  it.each([
    ['needsSender', { from: '' }],
    ['needsRecipients', { to: [] }],
    ['needsSubject', { subject: '  ' }],
    ['filesTooLarge', { files: [file(6_000_000), file(6_000_000)] }],
    ['filesTooMany', { files: Array.from({ length: 21 }, () => file(1)) }],
    [undefined, { files: [file(5_000_000), file(5_000_000)] }],
  ])('says %s of %j', (fault, changes) => {
    expect(faultOf({ ...draft, ...changes })).toBe(fault);
  });

  it('leaves out what is empty', () => {
    expect(sampleOf(draft, [])).toEqual({
      ...{ from: 'G22', to: ['H53', 'H53.31'], subject: 'V/v thử', typeName: 'Công văn' },
      ...{ content: '', priority: 0, paper: false, files: [] },
    });
    expect(sampleOf({ ...draft, dueOn: '2026-12-01', number: ' 7 ' }, [])).toMatchObject({
      dueOn: '2026-12-01',
      number: '7',
    });
  });

  it('keeps sender and recipients when a template fills in the rest', () => {
    const template = { id: 'x', typeName: 'Báo cáo', notation: 'BC', subject: 's', content: 'c', priority: 1 };
    expect(withTemplate(draft, template)).toMatchObject({
      from: 'G22',
      typeName: 'Báo cáo',
      subject: 's',
      priority: 1,
    });
  });
});
