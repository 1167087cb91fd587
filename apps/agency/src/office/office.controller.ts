import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officeSchema, type Office as OfficeBody } from '#wire';
import { shownBody } from '../http/open-api.js';
import { checked } from '../sending/document-form.js';
import { OfficeSwitch } from './office-switch.js';

const EXAMPLE = { isOn: true, delaysMs: { '03': 500, '04': 1_000, '05': 1_500, '06': 2_000 }, refusePercent: 5 };

/** The simulated office's habits. */
@ApiTags('simulation')
@Controller('api/v1/office')
export class OfficeController {
  constructor(private readonly office: OfficeSwitch) {}

  @Get()
  @ApiOperation({ summary: 'What the simulated office does now.' })
  now(): OfficeBody {
    const { isOn, delaysMs, refusePercent } = this.office.settings;
    return { isOn, delaysMs: { ...delaysMs }, refusePercent };
  }

  @Put()
  @ApiOperation({
    summary:
      'Switches the simulated office on or off, and changes its delays and its share of refusals, until the process ends.',
  })
  @ApiBody(shownBody(officeSchema, EXAMPLE))
  change(@Body() body: unknown): OfficeBody {
    this.office.change(checked(officeSchema, body));
    return this.now();
  }
}
