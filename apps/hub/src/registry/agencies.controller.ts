import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type AgencyCode, AxisError, parentOf, parseAgencyCode, tierOf, TIERS } from '#core';
import { HubStore, type Page, type RegisteredAgency } from '#store';
import { z } from 'zod';
import { ForSystems, Needs } from '../security/principal.js';
import { AgencySearch } from './agency-search.js';
import { AgencyTree } from './agency-tree.js';
import { Roster } from './roster.js';
import { registeredAgency } from './directory-seed.js';

const listQuery = z.object({
  q: z.string().optional(),
  parent: z
    .string()
    .transform((text) => (text === '' ? null : parseAgencyCode(text)))
    .optional(),
  tier: z.enum(TIERS).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const agencyBody = z.object({ name: z.string().trim().min(1).max(200) });

type ListQuery = z.output<typeof listQuery>;

/** The directory of agencies as this axis knows it. */
@ApiTags('agencies')
@Needs('viewer')
@Controller('api/v1/agencies')
export class AgenciesController {
  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
    private readonly found: AgencySearch,
    private readonly tree: AgencyTree,
  ) {}

  @Get()
  @ForSystems()
  @ApiOperation({
    summary: 'Agencies by code, name or initials; diacritics do not matter, UBND, TP, TX and TT stand for their words',
  })
  @ApiQuery({ name: 'q', required: false, example: 'ben cau' })
  @ApiQuery({
    name: 'parent',
    required: false,
    example: '000.00.00.H53',
    description: 'Directly below this one; empty: below none',
  })
  @ApiQuery({ name: 'tier', required: false, enum: TIERS })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Query() query: unknown): Promise<unknown> {
    const { q, ...wanted } = listQuery.parse(query);
    const page =
      q === undefined || q.trim() === '' ? await this.store.registry.listAgencies(wanted) : this.searched(q, wanted);
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
  private searched(q: string, { parent, tier, cursor, limit }: Omit<ListQuery, 'q'>): Page<RegisteredAgency> {
    const all = this.found.search(q).filter(({ code }) => {
      if (tier !== undefined && tierOf(code) !== tier) return false;
      return parent === undefined || (parentOf(code) ?? null) === parent;
    });
    const from = cursor === undefined ? 0 : all.findIndex(({ code }) => code === cursor) + 1;
    if (cursor !== undefined && from === 0) return { items: [] };
    const shown = all.slice(from, from + limit);
    const items = shown.map(({ code, name }) => registeredAgency(code, name));
    return from + limit < all.length ? { items, next: shown.at(-1)?.code } : { items };
  }

  private described({ code, codeQd20, name, tier, parent }: RegisteredAgency): object {
    const system = this.roster.systemServing(code as AgencyCode);
    const children = this.tree.childrenOf(code as AgencyCode);
    return {
      code,
      codeQd20,
      name,
      tier,
      children,
      ...(parent === undefined ? {} : { parent }),
      ...(system === undefined ? {} : { system }),
    };
  }
}
