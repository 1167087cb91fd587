import {
  type AgencyCode,
  arrivalBucketOf,
  countedAs,
  type Day,
  documentTypeOf,
  madeAt,
  monthOf,
  paperless,
  promptnessOf,
  type Tier,
  tierOf,
  yearOf,
} from '#core';
import { type Session } from '../connection/database.js';
import { minuteOf } from '../overview/traffic.js';
import { type Moment, type NewDocument } from '../exchange/new-document.js';
import { Counter } from './counter.js';
import * as tables from './counter-tables.js';

/** edXML Type of legal acts; every other document is administrative. */
const LEGAL_ACT = 1;

/** A delivery, as far as counting asks. */
interface CountedDelivery {
  readonly recipient: string;
  /** The day its document was accepted. */
  readonly acceptedDay: Day;
}

/**
 * What a transaction has to add to the counters. Written last, since hubs wait for one another at the counters, and in the order of tables
 * and keys, so that they never wait in a circle.
 */
export class Tally {
  private readonly agencyDays = new Counter(tables.AGENCY_DAYS);
  private readonly agencyMonths = new Counter(tables.AGENCY_MONTHS);
  private readonly agencyYears = new Counter(tables.AGENCY_YEARS);
  private readonly arrivalMinutes = new Counter(tables.ARRIVAL_MINUTES);
  private readonly documentDays = new Counter(tables.DOCUMENT_DAYS);
  private readonly flowDays = new Counter(tables.FLOW_DAYS);
  private readonly ledgerDays = new Counter(tables.LEDGER_DAYS);
  private readonly statusDays = new Counter(tables.STATUS_DAYS);
  private readonly tierDays = new Counter(tables.TIER_DAYS);
  private readonly trafficMinutes = new Counter(tables.TRAFFIC_MINUTES);
  private readonly tiers = new Map<string, Tier>();

  /** `day` is the day it happened. */
  agency(day: Day, agency: string, what: tables.AgencyCount, add: number): void {
    this.agencyDays.add([day, agency], what, add);
    this.agencyMonths.add([monthOf(day), agency], what, add);
    this.agencyYears.add([yearOf(day), agency], what, add);
    this.tier(day, agency, what, add);
  }

  /** `day` is the day the document was accepted on. */
  ledger(day: Day, what: tables.LedgerCount, add: number): void {
    this.ledgerDays.add([day], what, add);
  }

  /**
   * A document was accepted, of whichever business type. All have deliveries, which flow and ledger count; only what counts as sent has a kind
   * and can be prompt, so that both stay parts of `sent`.
   */
  document(document: NewDocument, moment: Moment): void {
    const { businessType, sender, recipients } = document;
    const { day } = moment;
    const what = countedAs(businessType);
    this.agency(day, sender, what, 1);
    this.ledger(day, 'made', recipients.length);
    this.ledger(day, 'failed', recipients.filter(({ state }) => state === 'failed').length);
    for (const { code } of recipients) this.flowDays.add([day, this.tierOf(sender), this.tierOf(code)], 'made', 1);
    if (what === 'sent') this.sent(document, moment);
  }

  /** A delivery arrived; `code` is the status it has from then on. */
  arrival(day: Day, { recipient, acceptedDay }: CountedDelivery, code: string): void {
    this.statusDays.add([day, this.tierOf(recipient), code], 'deliveries', 1);
    if (day === acceptedDay) this.tier(day, recipient, 'received_same_day', 1);
  }

  /** A delivery was entered in its recipient's register (03, or what proves it) for the first time. */
  registration(day: Day, { recipient, acceptedDay }: CountedDelivery): void {
    this.tier(day, recipient, 'registered', 1);
    if (day === acceptedDay) this.tier(day, recipient, 'registered_same_day', 1);
  }

  /** A delivery that arrived on `arrivedDay` has another status. */
  statusChange(arrivedDay: Day, recipient: string, from: string, to: string): void {
    this.statusDays.add([arrivedDay, this.tierOf(recipient), from], 'deliveries', -1);
    this.statusDays.add([arrivedDay, this.tierOf(recipient), to], 'deliveries', 1);
  }

  /** A document was accepted at this moment of the hub's clock, epoch milliseconds. */
  accepted(at: number): void {
    this.trafficMinutes.add([minuteOf(at)], 'accepted', 1);
  }

  /** A delivery of this document arrived at this moment of the hub's clock, epoch milliseconds. */
  arrived(at: number, documentId: string): void {
    const minute = minuteOf(at);
    this.trafficMinutes.add([minute], 'arrived', 1);
    const since = madeAt(documentId);
    if (since !== undefined) this.arrivalMinutes.add([minute, arrivalBucketOf(at - since)], 'deliveries', 1);
  }

  async write(session: Session): Promise<void> {
    await this.agencyDays.write(session);
    await this.agencyMonths.write(session);
    await this.agencyYears.write(session);
    await this.arrivalMinutes.write(session);
    await this.documentDays.write(session);
    await this.flowDays.write(session);
    await this.ledgerDays.write(session);
    await this.statusDays.write(session);
    await this.tierDays.write(session);
    await this.trafficMinutes.write(session);
  }

  /** Of which kind a document is that was sent, and how soon after its signing. */
  private sent(document: NewDocument, moment: Moment): void {
    const { sender, promulgatedOn, typeGroup, typeName, priority, paper, recipients } = document;
    const isPaperless = paperless(typeName, typeGroup === LEGAL_ACT, sender as AgencyCode, promulgatedOn);
    const key = [moment.day, documentTypeOf(typeName), priority, Number(paper), Number(isPaperless)];
    this.documentDays.add(key, 'sent', 1);
    this.documentDays.add(key, 'deliveries', recipients.length);
    const promptness = promptnessOf(promulgatedOn, moment);
    if (promptness === 'sameDay') this.tier(moment.day, sender, 'sent_same_day', 1);
    if (promptness === 'nextMorning') this.tier(moment.day, sender, 'sent_next_morning', 1);
  }

  private tier(day: Day, agency: string, what: tables.TierCount, add: number): void {
    this.tierDays.add([day, this.tierOf(agency)], what, add);
  }

  private tierOf(agency: string): Tier {
    let tier = this.tiers.get(agency);
    if (tier === undefined) this.tiers.set(agency, (tier = tierOf(agency as AgencyCode)));
    return tier;
  }
}
