import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Request } from 'express';
import { type Incoming, type Outgoing, type Sent, sendFormSchema, statusReportSchema } from '#wire';
import { KeptBodies } from '../bodies/kept-bodies.js';
import { StatusDesk } from '../reporting/status-desk.js';
import { checked } from '../sending/document-form.js';
import { DocumentFinding } from './document-finding.js';
import { DocumentReading } from './document-reading.js';
import { HandInRequest } from './hand-in-request.js';
import { shownBody } from './open-api.js';

const FORM_EXAMPLE = {
  from: '000.00.00.G22',
  to: ['000.00.00.H53'],
  subject: 'V/v gửi, nhận văn bản điện tử',
  files: [],
};

/** Handing documents in. */
@ApiTags('documents')
@Controller('api/v1/documents')
export class HandInController {
  constructor(private readonly request: HandInRequest) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Hands in a document: finished edXML, or fields and files. It is durable before the answer; the number is given automatically.',
  })
  @ApiConsumes('application/json', 'multipart/form-data', 'application/xml')
  @ApiBody(shownBody(sendFormSchema, FORM_EXAMPLE))
  async handIn(@Req() request: Request): Promise<Sent> {
    const { key, identity, documentId, state } = await this.request.take(request);
    return { key, identity, state, ...(documentId === null ? {} : { documentId }) };
  }
}

type Side = 'outgoing' | 'incoming' | undefined;

/** One document, outgoing or incoming. `id`: the key it was handed in under, the hub's id, or its identity. */
@ApiTags('documents')
@Controller('api/v1/documents/:id')
export class DocumentsController {
  constructor(
    private readonly finding: DocumentFinding,
    private readonly reading: DocumentReading,
    private readonly bodies: KeptBodies,
    private readonly desk: StatusDesk,
  ) {}

  @Get()
  @ApiOperation({ summary: 'A document with its recipients, attachments and history.' })
  @ApiQuery({ name: 'side', required: false, enum: ['outgoing', 'incoming'] })
  async one(@Param('id') id: string, @Query('side') side?: Side): Promise<Outgoing | Incoming> {
    return this.reading.one(await this.finding.find(id, side));
  }

  @Get('edxml')
  @ApiOperation({ summary: 'The bytes of a document, as they were sent.' })
  async edxml(@Param('id') id: string): Promise<StreamableFile> {
    const kept = await this.finding.find(id);
    const stream = Readable.from(this.bodies.stream(kept), { objectMode: false });
    return new StreamableFile(stream, { type: 'application/xml', length: kept.document.bodySize });
  }

  @Get('attachments/:n')
  @ApiOperation({ summary: 'The n-th attachment of a document, from 1.' })
  async attachment(@Param('id') id: string, @Param('n', ParseIntPipe) n: number): Promise<StreamableFile> {
    const { name, contentType, content } = await this.reading.attachment(await this.finding.find(id), n);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new StreamableFile(content, { type: contentType, disposition, length: content.length });
  }

  @Post('status')
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Reports 02 to 06, 15 or 16 on a document received, or asks one recipient of a document sent to give it back (13).',
  })
  @ApiBody(shownBody(statusReportSchema, { code: '03' }))
  async report(@Param('id') id: string, @Body() body: unknown): Promise<{ state: string }> {
    const report = checked(statusReportSchema, body);
    const kept = await this.finding.find(id, report.code === '13' ? 'outgoing' : 'incoming');
    if (kept.side === 'incoming') await this.desk.reportOn(kept.document, report);
    else await this.desk.askBack(kept.document, report);
    return { state: 'queued' };
  }
}
