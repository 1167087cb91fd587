import { Body, Controller, Get, Headers, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type ManySamplesAnswer, manySamplesSchema, type SampleAnswer, type SampleTemplate } from '#wire';
import { type Request } from 'express';
import { Needs } from '../security/principal.js';
import { ManySamples } from './many-samples.js';
import { readSample } from './sample-body.js';
import { SampleFields } from './sample-fields.js';
import { SampleFiles } from './sample-files.js';
import { keyIn } from './sample-key.js';
import { SampleSending } from './sample-sending.js';
import { SAMPLE_TEMPLATES } from './sample-templates.js';

/** Samples ("gửi thử"): documents that operators and testers send in the name of an agency, to see them travel. */
@ApiTags('samples')
@Needs('operator')
@Controller('api/v1/samples')
export class SamplesController {
  constructor(
    private readonly fields: SampleFields,
    private readonly files: SampleFiles,
    private readonly sending: SampleSending,
    private readonly many: ManySamples,
  ) {}

  @Get('templates')
  @Needs('viewer')
  @ApiOperation({ summary: 'Documents of the usual types to begin a sample with' })
  templates(): { items: readonly SampleTemplate[] } {
    return { items: SAMPLE_TEMPLATES };
  }

  @Post('many')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send up to 500 believable samples between agencies that have a system' })
  @ApiBody({ schema: { type: 'object', example: { count: 50 } } })
  sendMany(@Body() body: unknown): Promise<ManySamplesAnswer> {
    return this.many.send(manySamplesSchema.parse(body));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Send a sample for the system of its sender, from fields or as edXML; a result for every recipient',
  })
  @ApiConsumes('application/json', 'application/xml')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Yours; the same key and sample get the first answer again',
  })
  @ApiQuery({ name: 'dryRun', required: false, example: 'true' })
  @ApiBody({ description: 'The fields of a sample, or edXML', schema: { type: 'object' } })
  async send(
    @Headers('idempotency-key') header: string | undefined,
    @Query('dryRun') dryRun: string | undefined,
    @Req() request: Request,
  ): Promise<SampleAnswer> {
    const key = keyIn(header);
    const isRehearsal = dryRun === 'true';
    if (request.is('application/json')) {
      const sample = await readSample(request);
      return isRehearsal ? this.fields.rehearse(sample) : this.fields.send(sample, key);
    }
    const file = await this.files.read(request);
    return isRehearsal ? this.sending.rehearse(file) : this.sending.send(file, key);
  }
}
