import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AxisError } from '#core';
import { type AgencyConfig } from '#config';
import { type ClerkSession, clerkSignInSchema } from '#wire';
import { type Request, type Response } from 'express';
import { AGENCY_CONFIG } from '../agency-config.token.js';
import { shownBody } from '../http/open-api.js';
import { OpenToEverybody, TokenGuard } from '../http/token.guard.js';
import { OwnSystem } from '../own-system.js';
import { checked } from '../sending/document-form.js';
import { nameOf } from '../sending/parties.js';
import { giveSession, sessionIdIn, takeSession } from './clerk-cookie.js';
import { ClerkSessions } from './clerk-sessions.js';

/** Signing in to the clerk's page with the system's token. The session is a cookie. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly own: OwnSystem,
    private readonly sessions: ClerkSessions,
    private readonly guard: TokenGuard,
    @Inject(AGENCY_CONFIG) private readonly config: AgencyConfig,
  ) {}

  @OpenToEverybody()
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Exchanges the token for the cookie of a session.' })
  @ApiBody(shownBody(clerkSignInSchema, { token: 'the token of this system' }))
  signIn(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response): ClerkSession {
    const { token } = checked(clerkSignInSchema, body);
    if (!this.guard.isToken(token.trim())) throw new AxisError('TOKEN_REFUSED');
    this.endSession(request);
    giveSession(this.sessions.begin(Date.now()), this.own.name, { request, response });
    return this.current();
  }

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Which system this is, and the agencies it speaks for with all below them.' })
  current(): ClerkSession {
    const agencies = this.own.roots.map((code) => ({ code, name: nameOf(code) ?? code }));
    return { system: this.own.name, agencies, version: this.config.version };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out.' })
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): void {
    this.endSession(request);
    takeSession(this.own.name, { request, response });
  }

  private endSession({ headers }: Request): void {
    const id = sessionIdIn(headers, this.own.name);
    if (id !== undefined) this.sessions.end(id);
  }
}
