import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AxisError, parseAgencyCode } from '#core';
import { agenciesBelow, agencyNamed, type DirectoryEntry, searchAgencies } from '#directory';
import { type Agency, type Page } from '#wire';
import { OwnSystem } from '../own-system.js';
import { placeOf } from './paging.js';

/** The directory of 2021, to choose senders and recipients from. */
@ApiTags('agencies')
@Controller('api/v1/agencies')
export class AgenciesController {
  constructor(private readonly own: OwnSystem) {}

  @Get()
  @ApiOperation({
    summary:
      'Agencies by code, name or initials, diacritics do not matter; without `q` our own and those directly below.',
  })
  @ApiQuery({ name: 'q', required: false, example: 'ben cau' })
  @ApiQuery({ name: 'own', required: false, description: 'true: only those this system speaks for.' })
  @ApiQuery({ name: 'limit', required: false })
  list(@Query('q') q = '', @Query('own') own?: string, @Query('limit') limit?: string): Page<Agency> {
    const { limit: most } = placeOf(undefined, limit);
    const found = q.trim() === '' ? this.ours() : searchAgencies(q);
    const chosen = own === 'true' ? found.filter(({ code }) => this.own.speaksFor(code)) : found;
    return { items: chosen.slice(0, most).map(({ code, name }) => ({ code, name })) };
  }

  @Get(':code')
  @ApiOperation({ summary: 'One agency, by its code in either form.' })
  one(@Param('code') text: string): Agency {
    const code = parseAgencyCode(text);
    const agency = agencyNamed(code);
    if (agency === undefined) throw new AxisError('AGENCY_UNKNOWN', { code });
    return { code, name: agency.name };
  }

  private ours(): DirectoryEntry[] {
    return this.own.roots.flatMap((code) => [agencyNamed(code) ?? { code, name: code }, ...agenciesBelow(code)]);
  }
}
