import { Inject, Injectable } from '@nestjs/common';
import { AxisError, hanoiDay } from '#core';
import { type HubConfig } from '#config';
import { type Moment } from '#store';
import { z } from 'zod';
import { HUB_CONFIG } from '../hub-config.token.js';

const time = z.iso.datetime({ offset: true });

/** The times at which messages say they play. A hub started with SIMULATION=on counts by them; any other refuses them, so that nobody's clock but its own counts. */
@Injectable()
export class SimulatedTime {
  readonly isOn: boolean;

  constructor(@Inject(HUB_CONFIG) { simulation }: HubConfig) {
    this.isOn = simulation;
  }

  /** The moment a header names; undefined when there is none. @throws AxisError SIMULATED_TIME_REFUSED, REQUEST_INVALID */
  claimed(header: unknown): Moment | undefined {
    if (header === undefined) return undefined;
    const claim = time.safeParse(header);
    if (!this.isOn) throw new AxisError('SIMULATED_TIME_REFUSED', { time: claim.data ?? '?' });
    if (!claim.success)
      throw new AxisError('REQUEST_INVALID', { reason: 'x-truc-simulated-at phải là thời điểm ISO 8601 có múi giờ' });
    return momentAt(claim.data);
  }

  /** The moment a system says it took a document at, in a simulation; undefined otherwise: then the hub's own clock counts. */
  ofReceipt(at: string): Moment | undefined {
    return this.isOn ? momentAt(at) : undefined;
  }
}

function momentAt(text: string): Moment {
  const at = Date.parse(text);
  return { at, day: hanoiDay(at) };
}
