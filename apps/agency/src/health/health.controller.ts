import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Broker } from '#broker';
import { AgencyStore, type LeftOver } from '#store';
import { type Health } from '#wire';
import { OpenToEverybody } from '../http/token.guard.js';
import { OwnSystem } from '../own-system.js';

/** Whether this system can do its work; open to everybody. */
@ApiTags('health')
@OpenToEverybody()
@Controller('health')
export class HealthController {
  constructor(
    private readonly own: OwnSystem,
    private readonly broker: Broker,
    private readonly store: AgencyStore,
  ) {}

  @Get()
  @ApiOperation({ summary: '`degraded` while the broker is away: documents are still taken, and wait here.' })
  async health(): Promise<Health & { waiting: LeftOver }> {
    const waiting = await this.store.figures.leftOver();
    const isUp = this.broker.isUp();
    return {
      status: isUp ? 'ok' : 'degraded',
      system: this.own.name,
      broker: isUp ? 'up' : 'away',
      store: 'up',
      waiting,
    };
  }
}
