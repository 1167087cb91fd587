import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HubMetrics } from './hub-metrics.js';
import { Needs } from '../security/principal.js';

/** Figures for Prometheus. For operators. */
@ApiTags('metrics')
@Needs('viewer')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: HubMetrics) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Prometheus text format' })
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
