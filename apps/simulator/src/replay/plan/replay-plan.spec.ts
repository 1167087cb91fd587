import { hanoiDay, isWorkingDay } from '#core';
import { readEnvelope } from '#edxml';
import { edxmlOf } from '../edxml-of.js';
import { arrivalAt } from './office-life.js';
import { type PlannedDocument, type PlannedSubmission, systemOf } from './planned.js';
import { PUBLISHED } from './published.js';
import { replayPlan } from './replay-plan.js';

const LAST_DAYS = new Set(PUBLISHED.map(({ to }) => to));

function plan(scale: number, { seed = 2020, statuses = 0 } = {}): PlannedSubmission[] {
  return [...replayPlan({ seed, scale, statuses, lastDays: LAST_DAYS })];
}

function documentsOf(submissions: readonly PlannedSubmission[]): PlannedDocument[] {
  return submissions.filter((each) => each.kind === 'edoc');
}

describe('the plan of the replay', () => {
  it.each([0.0005, 0.01, 0.1])('meets the published totals at each of the three days, at scale %d', (scale) => {
    const documents = documentsOf(plan(scale));
    for (const { to, sent, received } of PUBLISHED) {
      const until = documents.filter(({ at }) => hanoiDay(at) <= to);
      expect(until).toHaveLength(Math.round(sent * scale));
      expect(until.reduce((sum, { recipients }) => sum + recipients.length, 0)).toBe(Math.round(received * scale));
    }
  });

  it('is the same for the same seed, to the byte, and another for another', () => {
    const bytes = (seed: number): string[] =>
      plan(0.001, { seed, statuses: 0.5 }).map((each) => edxmlOf(each).toString());
    expect(bytes(1)).toEqual(bytes(1));
    expect(bytes(1)).not.toEqual(bytes(2));
  });

  it('names nobody twice, writes nobody to itself, and gives no identity twice', () => {
    const documents = documentsOf(plan(0.03));
    for (const { sender, recipients } of documents) {
      const codes = recipients.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).not.toContain(sender.code);
    }
    expect(new Set(documents.map(({ identity }) => identity)).size).toBe(documents.length);
  });

  it('rests at Tết and nearly on other days off, and carries in March 2020 about five times what the first month did', () => {
    const days = documentsOf(plan(0.1)).map(({ at }) => hanoiDay(at));
    expect(days.filter((day) => day >= '2020-01-23' && day <= '2020-01-29')).toEqual([]);
    expect(days.filter((day) => !isWorkingDay(day)).length / days.length).toBeLessThan(0.03);
    const first = days.filter((day) => day < '2019-04-12').length;
    const march = days.filter((day) => day.startsWith('2020-03')).length;
    expect(march / first).toBeGreaterThan(4.5);
    expect(march / first).toBeLessThan(5.5);
  });

  it('has broadcasts come from central agencies only, and districts and communes appear as they join', () => {
    const documents = documentsOf(plan(0.1));
    const broadcasts = documents.filter(({ recipients }) => recipients.length >= 63);
    expect(broadcasts.length).toBeGreaterThan(100);
    expect(broadcasts.every(({ system }) => system.startsWith('g'))).toBe(true);
    const communes = (year: string): number =>
      documents.filter(({ at, sender }) => hanoiDay(at).startsWith(year) && !sender.code.startsWith('000.')).length +
      documents.filter(({ at, sender }) => hanoiDay(at).startsWith(year) && Number(sender.code.slice(4, 6)) >= 20)
        .length;
    expect(communes('2019-06')).toBe(0);
    expect(communes('2020-04')).toBeGreaterThan(0);
  });

  it('sends paper along before 4/2/2020 mostly, of the 26 types afterwards hardly', () => {
    const documents = documentsOf(plan(0.1)).filter(({ paper }) => paper.type === 'Công văn');
    const share = (some: readonly PlannedDocument[]): number =>
      some.filter(({ paper }) => paper.paper).length / some.length;
    expect(share(documents.filter(({ promulgatedOn }) => promulgatedOn < '2020-02-04'))).toBeGreaterThan(0.6);
    expect(share(documents.filter(({ promulgatedOn }) => promulgatedOn >= '2020-02-04'))).toBeLessThan(0.1);
  });

  it('has statuses follow their document and one another, in office hours', () => {
    const submissions = plan(0.01, { statuses: 1 });
    const statuses = submissions.filter((each) => each.kind === 'status');
    expect(statuses.length).toBeGreaterThan(10_000);
    for (const { after, place, at, system, document } of statuses) {
      expect(after.place).toBeLessThan(place);
      expect(at).toBeGreaterThan(arrivalAt(document.identity, system, document.at, LAST_DAYS));
    }
  });

  it('has every document arrive on a published day when it was accepted on one', () => {
    const lastMoment = Date.parse('2019-05-27T23:59:30+07:00');
    for (const system of ['h53', 'h01', 'g14']) {
      expect(hanoiDay(arrivalAt('any', system, lastMoment, LAST_DAYS))).toBe('2019-05-27');
      expect(arrivalAt('any', system, lastMoment, new Set())).toBeGreaterThan(lastMoment);
    }
  });

  it('writes documents that can be read as they were meant, in Unicode NFC, of about 6 KB', () => {
    for (const document of documentsOf(plan(0.0005))) {
      const bytes = edxmlOf(document);
      expect(bytes.toString()).toBe(bytes.toString().normalize('NFC'));
      const envelope = readEnvelope(bytes);
      expect(envelope).toMatchObject({
        kind: 'document',
        header: {
          documentId: document.documentId,
          subject: document.paper.subject,
          promulgatedOn: document.promulgatedOn,
        },
      });
      expect(document.recipients.every(({ code }) => /^[gh]\d\d$/.test(systemOf(code)))).toBe(true);
      expect(bytes.byteLength).toBeGreaterThan(5_000);
    }
  });
});
