import { administrativeNotation, displayIdentity, hanoiDay, isWorkingDay, wireDocumentId, writeNumber } from '#core';
import { Chance } from './chance.js';
import { momentsOf } from './clock-times.js';
import { Correspondence, type Correspondents } from './correspondence.js';
import { replaySystems } from './government.js';
import { statusesOf } from './office-life.js';
import { drawPaper } from './papers.js';
import { type PlannedDocument, type PlannedStatus, type PlannedSubmission } from './planned.js';
import { scaled, stretches } from './published.js';
import { type PlannedDay, plannedDays } from './volumes.js';

/** What decides a replay: the same settings play the same documents, to the byte. */
export interface PlanSettings {
  readonly seed: number;
  /** 1 is the country; 0.01 a hundredth of its documents. */
  readonly scale: number;
  /** Share of the deliveries that offices report on beyond their arrival, from 0 to 1. */
  readonly statuses: number;
  /** Days whose documents all arrive on the day itself. */
  readonly lastDays: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;

/** Everything that is submitted from 12/3/2019 to 17/4/2020, in the order of the simulated time. A day is in memory at a time, and the statuses to come. */
export function* replayPlan(settings: PlanSettings): Generator<PlannedSubmission, void, undefined> {
  const chance = new Chance(settings.seed);
  const documents = new DocumentPlan(chance);
  const statuses = new Map<string, PlannedStatus[]>();
  let place = 0;
  for (const stretch of stretches(scaled(settings.scale))) {
    for (const day of plannedDays(stretch, chance)) {
      const today = documents.ofDay(day);
      for (const status of today.flatMap((document) =>
        statusesOf(document, { share: settings.statuses, lastDays: settings.lastDays }),
      )) {
        const due = hanoiDay(status.at);
        const known = statuses.get(due);
        if (known === undefined) statuses.set(due, [status]);
        else known.push(status);
      }
      const submissions: PlannedSubmission[] = [...today, ...(statuses.get(day.day) ?? [])];
      statuses.delete(day.day);
      submissions.sort((a, b) => a.at - b.at);
      for (const submission of submissions) {
        submission.place = place++;
        yield submission;
      }
    }
  }
}

/** Draws documents one after the other; numbers run through the year at each agency. */
class DocumentPlan {
  private readonly correspondence: Correspondence;
  private readonly numbers = new Map<string, number>();

  constructor(private readonly chance: Chance) {
    this.correspondence = new Correspondence(replaySystems(), chance);
  }

  ofDay({ day, recipients }: PlannedDay): PlannedDocument[] {
    const moments = momentsOf(day, recipients.length, this.chance);
    return moments.map((at, index) => this.document(at, this.correspondence.next(day, recipients[index] ?? 1)));
  }

  private document(at: number, { system, sender, recipients }: Correspondents): PlannedDocument {
    const promulgatedOn = this.signedOn(at);
    const paper = drawPaper(this.chance, sender.code, promulgatedOn);
    const number = this.nextNumber(sender.code, promulgatedOn.slice(0, 4));
    const notation = administrativeNotation(paper.type, sender.initials);
    const year = Number(promulgatedOn.slice(0, 4));
    return {
      kind: 'edoc',
      place: -1,
      system: system.name,
      at,
      sender,
      recipients,
      paper,
      number,
      notation,
      promulgatedOn,
      documentId: wireDocumentId({ from: sender.code, number, notation, promulgatedOn }),
      identity: displayIdentity({ kind: 'tuple', agency: sender.code, year, number, notation }),
    };
  }

  /** Sent the day it is signed, at the latest the next working morning; a few are late. (QĐ 28/2018, art. 6) */
  private signedOn(at: number): string {
    const back = this.chance.weighted([
      [0, 88],
      [1, 9],
      [3, 3],
    ]);
    let signed = at;
    for (let left = back; left > 0;) {
      signed -= DAY_MS;
      if (isWorkingDay(hanoiDay(signed))) left -= 1;
    }
    return hanoiDay(signed);
  }

  private nextNumber(agency: string, year: string): string {
    const key = `${agency} ${year}`;
    const next = (this.numbers.get(key) ?? 0) + 1;
    this.numbers.set(key, next);
    return writeNumber(next);
  }
}
