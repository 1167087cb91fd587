import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { HubStore, type ProgramToken as TokenRecord } from '#store';
import { type MadeProgramToken, newProgramTokenSchema, type ProgramToken } from '#wire';
import { z } from 'zod';
import { Needs } from '../security/principal.js';
import { ProgramTokens } from './program-tokens.js';

/** The bearer tokens of programs. For administrators. */
@ApiTags('tokens')
@Needs('administrator')
@Controller('api/v1/tokens')
export class TokensController {
  constructor(
    private readonly store: HubStore,
    private readonly tokens: ProgramTokens,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All tokens of programs, oldest first; not the tokens themselves, which nobody has' })
  async list(): Promise<{ items: ProgramToken[] }> {
    return { items: (await this.store.programTokens.list()).map(described) };
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make a token for a program; it is shown this once' })
  @ApiBody({ schema: z.toJSONSchema(newProgramTokenSchema, { io: 'input' }) as object })
  async make(@Body() body: unknown): Promise<MadeProgramToken> {
    const { token, ...made } = await this.tokens.make(newProgramTokenSchema.parse(body));
    return { ...described(made), token };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token' })
  async revoke(@Param('id') id: string): Promise<void> {
    await this.store.programTokens.remove(id);
  }
}

function described({ id, name, role, createdAt, lastUsedAt }: TokenRecord): ProgramToken {
  const used = lastUsedAt === undefined ? {} : { lastUsedAt: hanoiIso(lastUsedAt) };
  return { id, name, role, createdAt: hanoiIso(createdAt), ...used };
}
