import { Injectable, Logger } from '@nestjs/common';
import { AxisError, isAxisError } from '#core';
import { sampleSchema, type ManySamplesAnswer, type Sample } from '#wire';
import { Roster } from '../registry/roster.js';
import { type Correspondents, planSamples } from './sample-plan.js';
import { SampleSending } from './sample-sending.js';
import { SAMPLE_TEMPLATES } from './sample-templates.js';
import { SampleWriting } from './sample-writing.js';

/** Agencies of one system that take part, at most. */
const MOST_AGENCIES = 20;
/** Samples handed in together; the exchange takes them in batches. */
const TOGETHER = 50;

type Made = { readonly document: ManySamplesAnswer['documents'][number] } | { readonly refusal: AxisError };

/** Makes believable traffic: documents of the usual types between agencies that have a system, each handed in like any sample. */
@Injectable()
export class ManySamples {
  private readonly logger = new Logger(ManySamples.name);

  constructor(
    private readonly roster: Roster,
    private readonly writing: SampleWriting,
    private readonly sending: SampleSending,
  ) {}

  /** A refused sample does not hold up the others. @throws AxisError SAMPLES_NOBODY_CONNECTED, those of an unfit `from`, and STORE_AWAY when nothing more can be taken */
  async send({ count, from }: { count: number; from?: string | undefined }): Promise<ManySamplesAnswer> {
    const correspondents = this.correspondents();
    if (correspondents.size === 0) throw new AxisError('SAMPLES_NOBODY_CONNECTED');
    const sender = from === undefined ? undefined : this.sending.senderNamed(from);
    const plan = planSamples(count, {
      ...{ templates: SAMPLE_TEMPLATES, correspondents },
      ...(sender === undefined ? {} : { from: sender }),
    });
    const made: Made[] = [];
    for (let start = 0; start < plan.length; start += TOGETHER) {
      made.push(...(await Promise.all(plan.slice(start, start + TOGETHER).map((sample) => this.make(sample)))));
    }
    const documents = made.flatMap((each) => ('document' in each ? [each.document] : []));
    const refused = made.flatMap((each) => ('refusal' in each ? [each.refusal] : []));
    this.logger.log(`${documents.length} of ${count} samples are sent.`);
    return {
      accepted: documents.length,
      refused: refused.map(({ code, message }) => ({ code, detail: message })),
      documents,
    };
  }

  private async make(sample: Sample): Promise<Made> {
    try {
      const document = await this.writing.write(sampleSchema.parse(sample), { isRehearsal: false });
      const { documentId = '', identity } = await this.sending.handIn(document);
      return { document: { documentId, identity, subject: sample.subject } };
    } catch (error) {
      if (isAxisError(error) && error.entry.kind !== 'outage') return { refusal: error };
      throw error;
    }
  }

  /** The agencies enrolled systems were enrolled for; locked ones send nothing. */
  private correspondents(): Correspondents {
    const open = this.roster.allSystems().filter(({ lockedAt }) => lockedAt === undefined);
    return new Map(
      open.flatMap(({ name, codes }) => {
        const known = codes.filter((code) => this.roster.knownAgency(code) !== undefined);
        return known.length === 0 ? [] : [[name, known.slice(0, MOST_AGENCIES)] as const];
      }),
    );
  }
}
