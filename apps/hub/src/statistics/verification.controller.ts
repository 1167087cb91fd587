import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { HubStore } from '#store';
import { z } from 'zod';

const wish = z.object({ bodies: z.stringbool().default(false) });

/** Whether the figures are what the documents say. For operators; takes as long as reading the store takes, beside the hub's work. */
@ApiTags('statistics')
@Controller('api/v1/statistics/verification')
export class VerificationController {
  constructor(private readonly store: HubStore) {}

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
  async verification(@Query() query: unknown): Promise<unknown> {
    const { bodies } = wish.parse(query);
    const asOf = hanoiIso(Date.now());
    return { asOf, ...(await this.store.statistics.verify({ bodies })) };
  }
}
