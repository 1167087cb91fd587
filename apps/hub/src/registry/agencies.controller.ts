import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type AgencyCode, AxisError, parentOf, parseAgencyCode } from '#core';
import { HubStore, type Page, type RegisteredAgency } from '#store';
import { z } from 'zod';
import { ForSystems, Needs } from '../security/principal.js';
import { AgencySearch } from './agency-search.js';
import { Roster } from './roster.js';
import { registeredAgency } from './directory-seed.js';

const listQuery = z.object({
  q: z.string().optional(),
  parent: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const agencyBody = z.object({ name: z.string().trim().min(1).max(200) });

interface SearchPage {
  readonly parent: AgencyCode | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** The directory of agencies as this axis knows it. */
@ApiTags('agencies')
@Needs('viewer')
@Controller('api/v1/agencies')
export class AgenciesController {
  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
    private readonly found: AgencySearch,
  ) {}

  @Get()
  @ForSystems()
  @ApiOperation({
    summary: 'Agencies by code, name or initials; diacritics do not matter, UBND, TP, TX and TT stand for their words',
  })
  @ApiQuery({ name: 'q', required: false, example: 'ben cau' })
  @ApiQuery({ name: 'parent', required: false, example: '000.00.00.H53' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Query() query: unknown): Promise<unknown> {
    const { q, parent: above, cursor, limit } = listQuery.parse(query);
    const parent = above === undefined ? undefined : parseAgencyCode(above);
    const page =
      q === undefined || q.trim() === ''
        ? await this.store.registry.listAgencies({ limit, cursor, parent })
        : this.searched(q, { parent, cursor, limit });
    return {
      items: page.items.map((agency) => this.described(agency)),
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }

  @Get(':code')
  @ForSystems()
  @ApiOperation({ summary: 'One agency, by its code in either form' })
  async one(@Param('code') text: string): Promise<unknown> {
    const code = parseAgencyCode(text);
    const agency = await this.store.registry.getAgency(code);
    if (agency === undefined) throw new AxisError('AGENCY_UNKNOWN', { code });
    return this.described(agency);
  }

  @Put(':code')
  @Needs('administrator')
  @ApiOperation({ summary: 'Enter an agency, or rename it' })
  async put(@Param('code') text: string, @Body() body: unknown): Promise<unknown> {
    const agency = registeredAgency(parseAgencyCode(text), agencyBody.parse(body).name);
    await this.store.registry.putAgencies([agency]);
    await this.roster.changed();
    return this.described(agency);
  }

  /** The best first; the cursor is the code of the last one shown, and nothing follows one that is found no more. */
  private searched(q: string, { parent, cursor, limit }: SearchPage): Page<RegisteredAgency> {
    const all = this.found.search(q).filter(({ code }) => parent === undefined || parentOf(code) === parent);
    const from = cursor === undefined ? 0 : all.findIndex(({ code }) => code === cursor) + 1;
    if (cursor !== undefined && from === 0) return { items: [] };
    const shown = all.slice(from, from + limit);
    const items = shown.map(({ code, name }) => registeredAgency(code, name));
    return from + limit < all.length ? { items, next: shown.at(-1)?.code } : { items };
  }

  private described({ code, codeQd20, name, tier, parent }: RegisteredAgency): object {
    const system = this.roster.systemServing(code as AgencyCode);
    return {
      code,
      codeQd20,
      name,
      tier,
      ...(parent === undefined ? {} : { parent }),
      ...(system === undefined ? {} : { system }),
    };
  }
}
