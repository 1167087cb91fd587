import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { hanoiIso, type Language } from '#core';
import { type ConnectionTest, type Diagnostics } from '#wire';
import { z } from 'zod';
import { ConnectionTester } from './connection-test.js';
import { Examinations } from './examinations.js';
import { AskedLanguage } from '../http/asked-language.js';
import { Needs } from '../security/principal.js';

const asked = z.object({ system: z.string().min(1).max(63) });

/** What the doctor finds. For operators. */
@ApiTags('diagnostics')
@Needs('viewer')
@Controller('api/v1/diagnostics')
export class DiagnosticsController {
  constructor(
    private readonly examinations: Examinations,
    private readonly connections: ConnectionTester,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Store, RabbitMQ, disks, queues, systems, dead letters, ledger, clocks, regular work: symptom, cause, remedy; what could not be read says so and why; in English with `Accept-Language: en`',
  })
  async all(@AskedLanguage() language: Language): Promise<Diagnostics> {
    return { asOf: hanoiIso(Date.now()), examinations: await this.examinations.all(language) };
  }

  @Get('report')
  @Header('Content-Disposition', 'attachment; filename="truc-chan-doan.json"')
  @ApiOperation({ summary: 'The same as a file to keep or pass on; there are no secrets in it' })
  report(@AskedLanguage() language: Language): Promise<Diagnostics> {
    return this.all(language);
  }

  @Post('connection')
  @Needs('operator')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Try the way to a system, each step timed; a message goes through RabbitMQ and back to the hub; told in both languages',
  })
  connection(@Query() query: unknown): Promise<ConnectionTest> {
    return this.connections.of(asked.parse(query).system);
  }
}
