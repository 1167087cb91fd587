import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AxisError } from '#core';
import { newSystemSchema, resendSchema } from '#wire';
import { z } from 'zod';
import { Refill } from '../exchange/refill.js';
import { Caller, ForNewcomers, ForSystems, Needs, type Principal } from '../security/principal.js';
import { EnrolmentService } from './enrolment.service.js';
import { described, ShownSystems } from './shown-systems.js';

/** Connected systems: who is, who is there, and connecting and disconnecting them. For operators; a system may look at itself, and a newcomer enrol. */
@ApiTags('systems')
@Needs('viewer')
@Controller('api/v1/systems')
export class SystemsController {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly shown: ShownSystems,
    private readonly refill: Refill,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'All connected systems with presence, queue depth, consumers, and since when the oldest document waits',
  })
  async list(): Promise<unknown> {
    return { items: await this.shown.all() };
  }

  @Get(':name')
  @ForSystems()
  @ApiOperation({ summary: 'One system; a system sees itself only' })
  async one(@Caller() caller: Principal, @Param('name') name: string): Promise<unknown> {
    if (caller.kind === 'system' && caller.name !== name) throw new AxisError('FORBIDDEN');
    return this.shown.one(this.enrolment.known(name));
  }

  @Post()
  @Needs('administrator')
  @ForNewcomers()
  @ApiOperation({ summary: 'Enrol a system; the secret is shown this once' })
  @ApiBody({ schema: z.toJSONSchema(newSystemSchema, { io: 'input' }) as object })
  async enrol(@Body() body: unknown): Promise<unknown> {
    const { system, secret } = await this.enrolment.enrol(newSystemSchema.parse(body));
    return { ...described(system), secret };
  }

  @Post(':name/secret')
  @Needs('administrator')
  @ApiOperation({ summary: 'Give a system a new secret, shown this once' })
  async renew(@Param('name') name: string): Promise<unknown> {
    return { name, secret: await this.enrolment.renewSecret(name) };
  }

  @Delete(':name')
  @Needs('administrator')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a system off the axis' })
  async remove(@Param('name') name: string): Promise<void> {
    await this.enrolment.remove(name);
  }

  @Post(':name/resend')
  @Needs('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Deliver again everything accepted for a system since a moment' })
  async resend(@Param('name') name: string, @Body() body: unknown): Promise<unknown> {
    const system = this.enrolment.known(name);
    const since = Date.parse(resendSchema.parse(body).since);
    return { documents: await this.refill.resend(system, since) };
  }
}
