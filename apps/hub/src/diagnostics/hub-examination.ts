import { Inject, Injectable } from '@nestjs/common';
import { type HubConfig } from '#config';
import { type Rounds } from '../exchange/rounds.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { words } from '#core';
import { disks } from './disks.js';
import { type Finding, good } from './finding.js';
import { sweepFindings } from './sweep-findings.js';
import { SWEEPS } from './sweeps.js';

/** Looks at the hub itself: its disks, what it does again and again, its version. */
@Injectable()
export class HubExamination {
  constructor(
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
    @Inject(SWEEPS) private readonly sweeps: readonly Rounds[],
  ) {}

  disks(): Promise<Finding[]> {
    return disks(this.config);
  }

  sweeping(): Finding[] {
    return sweepFindings(this.sweeps, Date.now());
  }

  versions(): Finding {
    const node = `Node ${process.versions.node}`;
    return good('versions', words(`Trục ${this.config.version}, ${node}.`, `Hub ${this.config.version}, ${node}.`));
  }
}
