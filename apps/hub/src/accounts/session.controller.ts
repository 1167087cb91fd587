import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type HubConfig } from '#config';
import { AxisError } from '#core';
import { newPasswordSchema, type Session, signInSchema } from '#wire';
import { type Request, type Response } from 'express';
import { z } from 'zod';
import { HUB_CONFIG } from '../hub-config.token.js';
import { Caller, Needs, Open, type OperatorPrincipal } from '../security/principal.js';
import { FirstAdministrator } from './first-administrator.js';
import { giveSession, sessionIdIn, takeSession } from './session-cookie.js';
import { digestOf, Sessions } from './sessions.js';

/** Signing in and out, and one's own password. The session is a cookie. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly firstAdministrator: FirstAdministrator,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  @Open()
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Sign in; sets the cookie of the session' })
  @ApiBody({ schema: z.toJSONSchema(signInSchema, { io: 'input' }) as object })
  async signIn(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const { id, signedIn } = await this.sessions.signIn(signInSchema.parse(body), request.ip ?? '');
    const before = sessionIdIn(request.headers);
    if (before !== undefined) await this.sessions.end(digestOf(before));
    await this.firstAdministrator.signedIn(signedIn.name);
    giveSession(id, request, response);
    return this.described(signedIn);
  }

  @Get()
  @Needs('viewer')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Who is signed in, or whose token this is, and at what hub' })
  current(@Caller() caller: OperatorPrincipal): Session {
    return this.described(caller);
  }

  @Delete()
  @Needs('viewer')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  async signOut(
    @Caller() { session }: OperatorPrincipal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (session !== undefined) await this.sessions.end(session);
    takeSession(request, response);
  }

  @Put('password')
  @Needs('viewer')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change one’s own password; ends one’s other sessions' })
  @ApiBody({ schema: z.toJSONSchema(newPasswordSchema, { io: 'input' }) as object })
  async changePassword(
    @Caller() { name, role, session }: OperatorPrincipal,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<void> {
    if (session === undefined) throw new AxisError('REQUEST_INVALID', { reason: 'mã truy cập không có mật khẩu' });
    const wanted = newPasswordSchema.parse(body);
    await this.sessions.changePassword({ name, role, session }, wanted, request.ip ?? '');
  }

  private described({ name, role }: Pick<OperatorPrincipal, 'name' | 'role'>): Session {
    const { simulation, version } = this.config;
    return { name, role, simulation, version };
  }
}
