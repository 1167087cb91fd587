import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { HubStore, type Verification } from '#store';
import { z } from 'zod';
import { LargeBodies } from './large-bodies.js';
import { Needs } from '../security/principal.js';

const wish = z.object({ bodies: z.stringbool().default(false) });

/** Whether the figures are what the documents say. For operators; takes as long as reading the store takes, beside the hub's work. */
@ApiTags('statistics')
@Needs('viewer')
@Controller('api/v1/statistics/verification')
export class VerificationController {
  constructor(
    private readonly store: HubStore,
    private readonly large: LargeBodies,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Recounts from the documents at one moment, and names the rows of counters and ledger that differ',
  })
  @ApiQuery({
    name: 'bodies',
    required: false,
    example: 'false',
    description: 'Compare the bytes kept with their digests too',
  })
  async verification(@Query() query: unknown): Promise<Verification & { asOf: string }> {
    const { bodies } = wish.parse(query);
    const asOf = hanoiIso(Date.now());
    const verification = await this.store.statistics.verify({ bodies });
    if (!bodies) return { asOf, ...verification };
    const { check, differences } = await this.large.verify();
    return {
      asOf,
      ...verification,
      checks: [...verification.checks, check],
      differences: [...verification.differences, ...differences],
      total: verification.total + check.differences,
    };
  }
}
