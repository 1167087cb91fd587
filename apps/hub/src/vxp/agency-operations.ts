import { Injectable } from '@nestjs/common';
import {
  type AgencyCode,
  ancestryOf,
  AxisError,
  hanoiTimestamp,
  nearestSystem,
  parentOf,
  parseAgencyCode,
  type Tier,
} from '#core';
import { HubStore, type DirectoryAgency, type Permit } from '#store';
import { z } from 'zod';
import { registeredAgency } from '../registry/directory-seed.js';
import { Roster } from '../registry/roster.js';
import { Unserved } from '../registry/unserved.js';
import { readJson } from './json-body.js';
import { type VxpCall } from './vxp-call.js';
import { type VxpOperation, type VxpPart } from './vxp-operation.js';
import { replyOk } from './vxp-reply.js';

const PAGE = 1_000;
const TIERS: Readonly<Record<string, Tier>> = { '1': 'central', '2': 'province', '3': 'district', '4': 'commune' };

const contact = z.string().max(255).optional();
const registrationSchema = z.looseObject({
  code: z.string().trim().min(1),
  name: z.string().trim().min(1).max(500),
  mail: z.string().trim().min(1).max(255),
  pcode: z.string().trim().optional(),
  mobile: contact,
  fax: contact,
});

/** The directory as systems see it: everybody reads all of it, each changes what is below its own agencies. */
@Injectable()
export class AgencyOperations implements VxpPart {
  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
    private readonly unserved: Unserved,
  ) {}

  operations(): Readonly<Record<string, VxpOperation>> {
    return {
      getAgenciesList: { method: 'POST', parameters: [], answer: (call) => this.list(call) },
      getAgenciesListQD20: { method: 'POST', parameters: ['level'], answer: (call) => this.listQd20(call) },
      getSynchronizeUnit: { method: 'POST', parameters: [], answer: (call) => this.units(call) },
      registerAgency: { method: 'POST', parameters: [], answer: (call) => this.register(call) },
      deleteAgency: { method: 'POST', parameters: ['AgencyCode'], answer: (call) => this.remove(call) },
    };
  }

  private async list({ response }: VxpCall): Promise<void> {
    const agencies = await this.all((cursor) => this.store.registry.listAgencies({ cursor, limit: PAGE }));
    const data = agencies.map(({ code, codeQd20, name, parent = '', mail = '' }) => ({
      ...{ id: code, pid: parent, code, name, mail },
      oldCode: codeQd20,
    }));
    replyOk(response, { data });
  }

  private async listQd20({ response, parameters }: VxpCall): Promise<void> {
    const tier = TIERS[parameters.text('level') ?? ''];
    const agencies = await this.all((cursor) => this.store.registry.listAgencies({ tier, cursor, limit: PAGE }));
    const data = agencies.map(({ code, codeQd20, name, mail = '' }) => ({
      ...{ id: code, code: codeQd20, name, mail },
      code102: code,
    }));
    replyOk(response, { data });
  }

  private async units({ response }: VxpCall): Promise<void> {
    const agencies = await this.all((cursor) => this.store.registry.listUnits({ cursor, limit: PAGE }));
    replyOk(response, { data: agencies.map((agency) => this.unit(agency)) });
  }

  private unit({ code, parent = '', name, mail = '', version, modifiedAt, deletedAt }: DirectoryAgency): object {
    return {
      ...{ id: code, pid: parent, code, name, mail, version },
      centerCode: this.roster.systemServing(code as AgencyCode) ?? '',
      deleted: deletedAt !== undefined,
      modifyDate: modifiedAt === 0 ? '' : hanoiTimestamp(modifiedAt),
      isAgency: true,
    };
  }

  private async register({ system, request, response }: VxpCall): Promise<void> {
    const { code: text, name, mail, mobile, fax, pcode = '' } = await readJson(request, registrationSchema);
    const code = parseAgencyCode(text);
    if (pcode !== '' && parseAgencyCode(pcode) !== parentOf(code)) {
      throw new AxisError('VXP_PARAMETER_INVALID', { name: 'pcode', value: pcode });
    }
    const agency = { ...registeredAgency(code, name), mail, mobile, fax, registeredBy: system.name };
    await this.store.registry.registerAgency(agency, system.name, Date.now(), ownOnly(code, system.name));
    await this.changed();
    replyOk(response);
  }

  private async remove({ system, parameters, response }: VxpCall): Promise<void> {
    const code = parseAgencyCode(parameters.needed('AgencyCode'));
    await this.store.registry.deleteAgency(code, Date.now(), ownOnly(code, system.name));
    await this.changed();
    replyOk(response);
  }

  private async changed(): Promise<void> {
    await this.roster.changed();
    await this.unserved.assign();
  }

  private async all(
    page: (cursor: string | undefined) => Promise<{ items: readonly DirectoryAgency[]; next?: string | undefined }>,
  ): Promise<DirectoryAgency[]> {
    const agencies: DirectoryAgency[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await page(cursor);
      agencies.push(...items);
      cursor = next;
    } while (cursor !== undefined);
    return agencies;
  }
}

/** Permits changes below one of the system's agencies, where no nearer system serves. */
function ownOnly(code: AgencyCode, system: string): Permit {
  return (enrolled) => {
    const isBelow = ancestryOf(code).some((each) => each !== code && enrolled.get(each) === system);
    const serving = nearestSystem(code, (each) => enrolled.get(each));
    if (!isBelow || serving !== system) throw new AxisError('VXP_AGENCY_NOT_YOURS', { code, system });
  };
}
