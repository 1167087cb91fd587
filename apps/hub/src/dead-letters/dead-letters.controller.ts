import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AxisError, hanoiIso } from '#core';
import { type DeadLetterSummary, HubStore } from '#store';
import { z } from 'zod';
import { Retrying } from './retrying.js';
import { Needs } from '../security/principal.js';

const listQuery = z.object({
  queue: z.string().optional(),
  open: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
});

/** Messages nobody could handle. For operators. */
@ApiTags('dead letters')
@Needs('viewer')
@Controller('api/v1/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly store: HubStore,
    private readonly retrying: Retrying,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Dead letters, newest first' })
  @ApiQuery({ name: 'queue', required: false })
  @ApiQuery({ name: 'open', required: false, description: 'true: only those not handled again' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Query() query: unknown): Promise<unknown> {
    const { items, next } = await this.store.deadLetters.list(listQuery.parse(query));
    return { items: items.map(described), ...(next === undefined ? {} : { next }) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One dead letter with its body' })
  async one(@Param('id') id: string): Promise<unknown> {
    const letter = await this.store.deadLetters.get(id);
    if (letter === undefined) throw new AxisError('DEAD_LETTER_UNKNOWN', { id });
    return { ...described(letter), headers: letter.headers, body: letter.body.toString('utf8') };
  }

  @Post(':id/retry')
  @Needs('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle it once more, where it died' })
  async retry(@Param('id') id: string): Promise<{ retried: true }> {
    await this.retrying.retry(id);
    return { retried: true };
  }
}

function described(letter: DeadLetterSummary): object {
  const { id, queue, messageId, type, userId: system, reason, size: bytes, at, retriedAt } = letter;
  const times = { at: hanoiIso(at), retriedAt: retriedAt === undefined ? undefined : hanoiIso(retriedAt) };
  return { id, queue, messageId, type, system, reason, bytes, ...times };
}
