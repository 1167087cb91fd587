import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AxisError, type Language } from '#core';
import { type SubmissionAnswer } from '#wire';
import { type Request } from 'express';
import { AskedLanguage } from '../http/asked-language.js';
import { Caller, ForSystems, Needs, OnlyForSystems, type Principal } from '../security/principal.js';
import { DocumentReading } from './document-reading.js';
import { HandingIn } from './handing-in.js';
import { Tracing } from './tracing.js';

/** Documents: handing them in, finding them, following them. A system sees what it sent and what is delivered to it. */
@ApiTags('documents')
@ForSystems()
@Needs('viewer')
@Controller('api/v1/documents')
export class DocumentsController {
  constructor(
    private readonly handingIn: HandingIn,
    private readonly reading: DocumentReading,
    private readonly tracing: Tracing,
  ) {}

  @Post()
  @OnlyForSystems()
  @Needs('administrator')
  @HttpCode(202)
  @ApiOperation({ summary: 'Hand in a document; a result for every recipient' })
  @ApiConsumes('application/xml', 'application/json')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Yours; the same key and document get the first answer again',
  })
  @ApiQuery({ name: 'dryRun', required: false, example: 'true' })
  @ApiBody({ description: 'edXML, or {"body":{"sha256":"…"}} for a body put there before', schema: { type: 'string' } })
  async submit(
    @Caller() caller: Principal,
    @Headers('idempotency-key') key: string | undefined,
    @Query('dryRun') dryRun: string | undefined,
    @Req() request: Request,
  ): Promise<SubmissionAnswer> {
    if (caller.kind !== 'system') throw new AxisError('FORBIDDEN');
    if (dryRun === 'true') return this.handingIn.rehearse(caller.name, request);
    return this.handingIn.submit(caller.name, key ?? '', request);
  }

  @Get()
  @ApiOperation({ summary: 'Documents, newest first' })
  @ApiQuery({ name: 'q', required: false, description: 'Words of the subject; case and diacritics do not matter' })
  @ApiQuery({ name: 'identity', required: false })
  @ApiQuery({ name: 'sender', required: false })
  @ApiQuery({ name: 'recipient', required: false })
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({
    name: 'status',
    required: false,
    description: 'Where a delivery stands in its office: 01 to 06, 13, 15, 16',
  })
  @ApiQuery({ name: 'type', required: false })
  @ApiQuery({ name: 'urgent', required: false })
  @ApiQuery({ name: 'from', required: false, description: 'Accepted at or after; ISO 8601' })
  @ApiQuery({ name: 'to', required: false, description: 'Accepted before; ISO 8601' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  list(@Caller() caller: Principal, @Query() query: unknown): Promise<unknown> {
    return this.reading.list(caller, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One document with its deliveries and their history; by id or identity' })
  one(@Caller() caller: Principal, @Param('id') id: string): Promise<unknown> {
    return this.reading.one(caller, id);
  }

  @Get(':id/trace')
  @ApiOperation({ summary: 'The way of a document in words, hop by hop; in English with `Accept-Language: en`' })
  async trace(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<unknown> {
    return { lines: await this.tracing.lines(await this.reading.record(caller, id), language) };
  }
}
