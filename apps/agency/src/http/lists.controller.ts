import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { type AgencyFigures, AgencyStore } from '#store';
import { type AgencyStatistics, type Incoming, type Outgoing, type Page } from '#wire';
import { DocumentReading } from './document-reading.js';
import { placeOf } from './paging.js';

/** What this system sent and received, newest first, and its own statistics. */
@ApiTags('lists')
@Controller('api/v1')
export class ListsController {
  constructor(
    private readonly reading: DocumentReading,
    private readonly store: AgencyStore,
  ) {}

  @Get('outgoing')
  @ApiOperation({ summary: 'Documents this system sent.' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  outgoing(@Query('cursor') cursor?: string, @Query('limit') limit?: string): Promise<Page<Outgoing>> {
    return this.reading.outgoing(placeOf(cursor, limit));
  }

  @Get('incoming')
  @ApiOperation({ summary: 'Documents this system received.' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  incoming(@Query('cursor') cursor?: string, @Query('limit') limit?: string): Promise<Page<Incoming>> {
    return this.reading.incoming(placeOf(cursor, limit));
  }

  @Get('statistics')
  @ApiOperation({ summary: 'Sent: documents the hub accepted. Received: deliveries to our agencies.' })
  async statistics(): Promise<AgencyStatistics & AgencyFigures> {
    const figures = await this.store.figures.all();
    const sent = figures.outgoing.byState['accepted'] ?? 0;
    return { asOf: hanoiIso(Date.now()), sent, received: figures.incoming.deliveries, ...figures };
  }
}
