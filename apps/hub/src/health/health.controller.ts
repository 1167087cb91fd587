import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { SimulatedTime } from '../exchange/simulated-time.js';
import { Open } from '../security/principal.js';
import { HubHealth } from './hub-health.js';

/** Whether the hub can do its work, for probes; the one thing that answers without a secret, and says nothing else. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HubHealth,
    private readonly simulatedTime: SimulatedTime,
  ) {}

  @Open()
  @Get()
  @ApiOperation({ summary: '200 when store and broker answer, else 503 naming the part' })
  async check(@Res({ passthrough: true }) response: Response): Promise<unknown> {
    const parts = await this.health.parts();
    const isOk = Object.values(parts).every((part) => part === 'up');
    if (!isOk) response.status(503);
    return { status: isOk ? 'ok' : 'failing', parts, simulation: this.simulatedTime.isOn };
  }
}
