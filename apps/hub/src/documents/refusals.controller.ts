import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { HubStore } from '#store';
import { z } from 'zod';
import { Caller, ForSystems, Needs, type Principal } from '../security/principal.js';

const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
});

/** What the rules refused, with every reason. A system sees its own. */
@ApiTags('documents')
@ForSystems()
@Needs('viewer')
@Controller('api/v1/refusals')
export class RefusalsController {
  constructor(private readonly store: HubStore) {}

  @Get()
  @ApiOperation({ summary: 'Refused submissions, newest first' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Caller() caller: Principal, @Query() query: unknown): Promise<unknown> {
    const system = caller.kind === 'system' ? caller.name : undefined;
    const { items, next } = await this.store.refusals.list({ ...listQuery.parse(query), system });
    const described = items.map(({ at, day: _, ...refusal }) => ({ at: hanoiIso(at), ...refusal }));
    return { items: described, ...(next === undefined ? {} : { next }) };
  }
}
