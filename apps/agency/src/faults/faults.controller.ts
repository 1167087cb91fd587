import { Body, Controller, Get, Logger, Put } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Fault as FaultBody, faultSchema } from '#wire';
import { shownBody } from '../http/open-api.js';
import { checked } from '../sending/document-form.js';
import { FaultSwitch } from './fault-switch.js';

const STANDARD_DELAY_MS = 1_000;

/** What may be asked for: a fault, and for how long. */
const request = faultSchema.extend({ forMs: z.number().int().min(1).max(86_400_000).optional() });

/** Faults on purpose, for exercises. */
@ApiTags('simulation')
@Controller('api/v1/faults')
export class FaultsController {
  private readonly logger = new Logger('Faults');

  constructor(private readonly faults: FaultSwitch) {}

  @Get()
  @ApiOperation({ summary: 'The fault this system has now.' })
  now(): FaultBody {
    const { mode, delayMs } = this.faults.fault;
    return mode === 'slow' ? { fault: mode, delayMs } : { fault: mode };
  }

  @Put()
  @ApiOperation({ summary: 'Gives this system a fault, or takes it away (none).' })
  @ApiBody(shownBody(request, { fault: 'slow', delayMs: 1_000, forMs: 60_000 }))
  change(@Body() body: unknown): FaultBody {
    const { fault, delayMs = STANDARD_DELAY_MS, forMs } = checked(request, body);
    this.faults.set({ mode: fault, delayMs }, forMs);
    this.logger.warn(`Fault on purpose: ${fault}${forMs === undefined ? '' : ` for ${forMs} ms`}.`);
    return this.now();
  }
}
