import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { type Diagnostics } from '#wire';
import { Examinations } from './examinations.js';
import { Needs } from '../security/principal.js';

/** What the doctor finds. For operators. */
@ApiTags('diagnostics')
@Needs('viewer')
@Controller('api/v1/diagnostics')
export class DiagnosticsController {
  constructor(private readonly examinations: Examinations) {}

  @Get()
  @ApiOperation({ summary: 'Broker, store, disk, systems, dead letters, ledger: symptom, cause, remedy' })
  async all(): Promise<Diagnostics> {
    return { asOf: hanoiIso(Date.now()), examinations: await this.examinations.all() };
  }
}
