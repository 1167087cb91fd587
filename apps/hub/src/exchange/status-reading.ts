import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { HEADER } from '#wire';
import { Roster } from '../registry/roster.js';
import { type ReadStatus, readStatus, type SubmittedStatus } from './read-status.js';
import { SimulatedTime } from './simulated-time.js';

/** Reads status messages; what is wrong with one is its answer, and no error. */
@Injectable()
export class StatusReading {
  constructor(
    private readonly roster: Roster,
    private readonly simulatedTime: SimulatedTime,
  ) {}

  read(message: SubmittedStatus): ReadStatus | AxisError {
    try {
      const moment = this.simulatedTime.claimed(message.headers?.[HEADER.simulatedAt]);
      return { ...readStatus(message, this.roster), moment };
    } catch (error) {
      if (error instanceof AxisError) return error;
      throw error;
    }
  }
}
