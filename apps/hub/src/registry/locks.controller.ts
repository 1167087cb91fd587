import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../security/principal.js';
import { described } from './shown-systems.js';
import { SystemLocks } from './system-locks.js';

/** Keeping a system out for a while without taking it off the axis. For operators. */
@ApiTags('systems')
@Needs('operator')
@Controller('api/v1/systems')
export class LocksController {
  constructor(private readonly locks: SystemLocks) {}

  @Post(':name/lock')
  @HttpCode(200)
  @ApiOperation({ summary: 'Lock a system: it cannot connect, what it hands in is refused, what is sent to it waits' })
  async lock(@Param('name') name: string): Promise<unknown> {
    return described(await this.locks.lock(name));
  }

  @Post(':name/unlock')
  @HttpCode(200)
  @ApiOperation({ summary: 'Unlock a system: it connects by itself and gets what waits' })
  async unlock(@Param('name') name: string): Promise<unknown> {
    return described(await this.locks.unlock(name));
  }
}
