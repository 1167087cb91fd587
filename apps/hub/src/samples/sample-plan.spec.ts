import { planSamples } from './sample-plan.js';
import { SAMPLE_TEMPLATES } from './sample-templates.js';

const [G22, H53, BEN_CAU] = ['000.00.00.G22', '000.00.00.H53', '000.00.31.H53'] as const;
const correspondents = new Map([
  ['g22', [G22]],
  ['h53', [H53, BEN_CAU]],
]);
const templates = SAMPLE_TEMPLATES;

describe('A plan of samples', () => {
  it('lets all agencies send and all types come, to agencies of other systems only', () => {
    const plan = planSamples(60, { templates, correspondents });
    expect(new Set(plan.map(({ from }) => from))).toEqual(new Set([G22, H53, BEN_CAU]));
    expect(new Set(plan.map(({ typeName }) => typeName)).size).toBe(templates.length);
    for (const { from, to } of plan) {
      expect(new Set(to).size).toBe(to.length);
      expect(to.every((code) => (from === G22) !== (code === G22))).toBe(true);
    }
  });

  it('is the same for the same question', () => {
    const plan = planSamples(20, { templates, correspondents });
    expect(planSamples(20, { templates, correspondents })).toEqual(plan);
  });

  it('lets one agency alone send, if it is named', () => {
    const plan = planSamples(10, { templates, correspondents, from: '000.21.31.H53' });
    expect(new Set(plan.map(({ from }) => from))).toEqual(new Set(['000.21.31.H53']));
  });

  it('lets the only agency there is send to itself', () => {
    const alone = new Map([['g22', [G22]]]);
    expect(planSamples(2, { templates, correspondents: alone }).map(({ to }) => to)).toEqual([[G22], [G22]]);
  });
});

describe('The templates', () => {
  it('are of types that are counted by their names, in composed Vietnamese, each with its own id', () => {
    expect(templates.length).toBeGreaterThanOrEqual(10);
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    for (const { typeName, subject, content, notation } of templates) {
      expect(`${subject}${content}`).toBe(`${subject}${content}`.normalize('NFC'));
      expect(subject.length).toBeLessThan(200);
      expect(notation === '').toBe(typeName === 'Công văn');
    }
  });
});
