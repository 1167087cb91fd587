import { STATUS_CODES, impliedBy, needsReason, readStatusCode, reportedBy } from './business-status.js';
import { NOTHING_REPORTED, type StatusEffect, type StatusState, reportStatus } from './status-report.js';

type Effect = StatusEffect['effect'];

const at = (code: StatusState['code'], withdrawalAsked = false): StatusState => ({ code, withdrawalAsked });

describe('A status reported after another', () => {
  const codes = ['01', '02', '03', '04', '05', '06'];
  const table: [StatusState['code'], Effect[]][] = [
    ['', ['advances', 'advances', 'advances', 'advances', 'advances', 'advances']],
    ['01', ['repeats', 'advances', 'advances', 'advances', 'advances', 'advances']],
    ['02', ['late', 'repeats', 'impossible', 'impossible', 'impossible', 'impossible']],
    ['03', ['late', 'impossible', 'repeats', 'advances', 'advances', 'advances']],
    ['04', ['late', 'impossible', 'late', 'repeats', 'advances', 'advances']],
    ['05', ['late', 'impossible', 'late', 'late', 'repeats', 'advances']],
    ['06', ['late', 'impossible', 'late', 'late', 'late', 'repeats']],
    ['15', ['late', 'impossible', 'late', 'late', 'late', 'late']],
  ];

  it.each(table)('after %p, 01 to 06 are %j', (current, effects) => {
    expect(codes.map((code) => reportStatus(at(current), code).effect)).toEqual(effects);
  });

  it('becomes the state, and leaves a question of the sender open', () => {
    expect(reportStatus(NOTHING_REPORTED, '03').next).toEqual(at('03'));
    expect(reportStatus(at('01', true), '03').next).toEqual(at('03', true));
  });

  it('changes nothing when it repeats, is late or impossible', () => {
    for (const code of ['01', '02', '03']) expect(reportStatus(at('03'), code).next).toBeUndefined();
  });

  it('ends in the same state in whatever order 01 and 03 to 06 arrive', () => {
    for (const order of permutations(['01', '03', '04', '05', '06'])) {
      const last = order.reduce((state, code) => reportStatus(state, code).next ?? state, NOTHING_REPORTED);
      expect(last).toEqual(at('06'));
    }
  });
});

describe('Asking for a document back', () => {
  it.each(['', '01', '03', '04', '05'] as const)('is possible at %p', (code) => {
    expect(reportStatus(at(code), '13')).toMatchObject({ effect: 'advances', next: at(code, true) });
  });

  it.each(['02', '06', '15'] as const)('comes too late at %p', (code) => {
    expect(reportStatus(at(code), '13').effect).toBe('impossible');
  });

  it('twice changes nothing', () => {
    expect(reportStatus(at('03', true), '13').effect).toBe('repeats');
  });

  it('is answered by 15, which ends the document', () => {
    expect(reportStatus(at('03', true), '15').next).toEqual(at('15'));
    expect(reportStatus(at('15'), '15').effect).toBe('repeats');
  });

  it('is answered by 16, and the document goes on', () => {
    const declined = reportStatus(at('03', true), '16').next;
    expect(declined).toMatchObject({ code: '03', withdrawalAsked: false });
    expect(declined && reportStatus(declined, '16').effect).toBe('repeats');
    expect(declined && reportStatus(declined, '04').effect).toBe('advances');
    expect(declined && reportStatus(declined, '13').effect).toBe('advances');
  });

  it.each(['15', '16'])('has to come before its answer %s', (code) => {
    expect(reportStatus(at('03'), code).effect).toBe('impossible');
  });

  it('can still be answered when the office finished meanwhile', () => {
    expect(reportStatus(at('06', true), '15').effect).toBe('advances');
  });

  it('is agreed to by 14 in some systems, read as 15 with a note', () => {
    expect(reportStatus(at('03', true), '14')).toMatchObject({ effect: 'advances', code: '15', next: at('15') });
    expect(reportStatus(at('03', true), '14').note).toContain('14');
    expect(reportStatus(at('03', true), '15').note).toBeUndefined();
  });
});

describe('The codes of statuses', () => {
  it.each(['', '0', '1', '3', '07', '12', '99', 'constructor', '03a'])('do not include %p', (code) => {
    expect(thrownBy(() => readStatusCode(code))).toMatchObject({ code: 'STATUS_CODE_UNKNOWN' });
  });

  it('are the sender’s for 13 only', () => {
    const all = [...Object.values(STATUS_CODES), '13', '15', '16'] as const;
    expect(all.filter((code) => reportedBy(code) === 'sender')).toEqual(['13']);
  });

  it('need a reason when they refuse or ask back', () => {
    expect((['01', '02', '03', '13', '15', '16'] as const).filter(needsReason)).toEqual(['02', '13', '16']);
  });

  it('prove what cannot have been skipped', () => {
    expect(impliedBy('01')).toEqual([]);
    expect(impliedBy('02')).toEqual(['01']);
    expect(impliedBy('06')).toEqual(['01', '03']);
    expect(impliedBy('13')).toEqual([]);
  });
});

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
