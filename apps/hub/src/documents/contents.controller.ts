import { Controller, Get, Param, ParseIntPipe, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Caller, ForSystems, Needs, type Principal } from '../security/principal.js';
import { DocumentContents } from './document-contents.js';
import { DocumentReading } from './document-reading.js';
import { sendDownload } from './download.js';

/** What is inside a document, as files to keep. A system gets what it sent and what is delivered to it. */
@ApiTags('documents')
@ForSystems()
@Needs('viewer')
@Controller('api/v1/documents/:id')
export class ContentsController {
  constructor(
    private readonly reading: DocumentReading,
    private readonly contents: DocumentContents,
  ) {}

  @Get('edxml')
  @ApiOperation({ summary: 'The edXML of a document, byte for byte as it was submitted; by id or identity' })
  @ApiProduces('application/xml')
  async edxml(@Caller() caller: Principal, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const record = await this.reading.record(caller, id);
    await sendDownload(response, this.contents.edxml(record), 'application/xml');
  }

  @Get('attachments/:n')
  @ApiOperation({ summary: 'The n-th attachment of a document, from 1, decoded' })
  @ApiProduces('application/octet-stream')
  async attachment(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Param('n', ParseIntPipe) n: number,
    @Res() response: Response,
  ): Promise<void> {
    const record = await this.reading.record(caller, id);
    await sendDownload(response, await this.contents.attachment(record, n), 'application/octet-stream');
  }
}
