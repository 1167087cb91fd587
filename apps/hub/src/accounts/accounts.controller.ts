import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AxisError, hanoiIso } from '#core';
import { type Account as AccountRecord, HubStore } from '#store';
import { type Account, accountChangeSchema, type AccountWithPassword, newAccountSchema } from '#wire';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { Needs } from '../security/principal.js';
import { madePassword } from './made-password.js';
import { Passwords } from './passwords.js';

/** Who may sign in. For administrators. */
@ApiTags('accounts')
@Needs('administrator')
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly store: HubStore,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All accounts, by name' })
  async list(): Promise<{ items: Account[] }> {
    return { items: (await this.store.accounts.list()).map(described) };
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make an account; its password is shown this once' })
  @ApiBody({ schema: z.toJSONSchema(newAccountSchema, { io: 'input' }) as object })
  async add(@Body() body: unknown): Promise<AccountWithPassword> {
    const { name, role } = newAccountSchema.parse(body);
    const password = madePassword();
    const passwordHash = await this.passwords.hash(password);
    await this.store.accounts.add({ name, role, passwordHash, createdAt: this.clock.now() });
    return this.withPassword(name, password);
  }

  @Patch(':name')
  @ApiOperation({ summary: 'Give another role, lock, unlock; a lock ends its sessions' })
  @ApiBody({ schema: z.toJSONSchema(accountChangeSchema, { io: 'input' }) as object })
  async change(@Param('name') name: string, @Body() body: unknown): Promise<Account> {
    const { role, locked } = accountChangeSchema.parse(body);
    const lockedAt = locked === undefined ? undefined : locked ? this.clock.now() : null;
    await this.store.accounts.change(name, { role, lockedAt });
    return described(await this.known(name));
  }

  @Post(':name/password')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Give a new password, shown this once; ends all sessions of the account' })
  async renewPassword(@Param('name') name: string): Promise<AccountWithPassword> {
    const password = madePassword();
    await this.store.accounts.setPassword(name, await this.passwords.hash(password));
    return this.withPassword(name, password);
  }

  @Delete(':name')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an account and end its sessions' })
  async remove(@Param('name') name: string): Promise<void> {
    await this.store.accounts.remove(name);
  }

  private async withPassword(name: string, password: string): Promise<AccountWithPassword> {
    return { ...described(await this.known(name)), password };
  }

  private async known(name: string): Promise<AccountRecord> {
    const account = await this.store.accounts.get(name);
    if (account === undefined) throw new AxisError('ACCOUNT_UNKNOWN', { name });
    return account;
  }
}

function described({ name, role, createdAt, lastSignedInAt, lockedAt }: AccountRecord): Account {
  return {
    name,
    role,
    createdAt: hanoiIso(createdAt),
    ...(lastSignedInAt === undefined ? {} : { lastSignedInAt: hanoiIso(lastSignedInAt) }),
    ...(lockedAt === undefined ? {} : { lockedAt: hanoiIso(lockedAt) }),
  };
}
