import { Controller, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AxisError } from '#core';
import { HubStore } from '#store';
import { type Request, type Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { Caller, ForSystems, Needs, type Principal } from '../security/principal.js';
import { ObjectStore } from './object-store.js';

/** Large bodies by digest (claim check): put before the submission that names them, fetched by those they were sent to. */
@ApiTags('bodies')
@ForSystems()
@Needs('viewer')
@Controller('api/v1/bodies')
export class BodiesController {
  constructor(
    private readonly objects: ObjectStore,
    private readonly store: HubStore,
  ) {}

  @Put(':sha256')
  @Needs('operator')
  @HttpCode(201)
  @ApiOperation({ summary: 'Put a body under its SHA-256; putting it twice is harmless' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async put(@Param('sha256') sha256: string, @Req() request: Request): Promise<{ sha256: string; size: number }> {
    return { sha256, size: await this.objects.put(sha256, request) };
  }

  @Get(':sha256')
  @ApiOperation({ summary: 'The large body of a document that the caller sent, or that was sent to it' })
  async get(@Param('sha256') sha256: string, @Caller() caller: Principal, @Res() response: Response): Promise<void> {
    const size = await this.store.bodies.largeSize(sha256);
    if (size === undefined) throw new AxisError('BODY_UNKNOWN', { sha256 });
    if (caller.kind === 'system' && !(await this.store.bodies.canRead(caller.name, sha256))) {
      throw new AxisError('BODY_NOT_YOURS', { sha256 });
    }
    response.type('application/xml').setHeader('Content-Length', size);
    response.setHeader('ETag', `"${sha256}"`);
    await pipeline(this.objects.open(sha256), response);
  }
}
