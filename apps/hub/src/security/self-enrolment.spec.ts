import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type INestApplication } from '@nestjs/common';
import { MemoryBroker } from '#broker';
import { hubConfig } from '#config';
import { HubStore } from '#store';
import { HubClient, type Newcomer, ownSecret } from '#wire';
import { hubConnections } from '../../../../test/support/hub-connections.js';
import { Clock } from '../clock.js';
import { HubModule } from '../hub.module.js';

const silently = (): void => undefined;

describe('a system that enrols itself', () => {
  const broker = new MemoryBroker({ log: silently });
  let folder: string;
  let store: HubStore;
  let hub: INestApplication;
  let operator: HubClient;
  let url: string;
  let newcomer: Newcomer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-self-enrolment-'));
    const tokenFile = join(folder, 'shared', 'token');
    const settings = { TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:1', ENROLMENT_TOKEN_FILE: tokenFile };
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    const connections = await hubConnections(folder, { store, broker });
    hub = await NestFactory.create(HubModule.around(hubConfig(settings), connections, new Clock()), { logger: false });
    await hub.listen(0, '127.0.0.1');
    url = await hub.getUrl();
    operator = new HubClient({ url, credentials: { token: await textOf(join(folder, 'operator-token')) } });
    const secretFile = join(folder, 'h29', 'secret');
    // One that polls needs no account at RabbitMQ.
    newcomer = { name: 'h29', codes: ['000.00.00.H29'], poll: true, hubUrl: url, tokenFile, secretFile };
  });

  afterEach(async () => {
    await hub.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const textOf = async (file: string): Promise<string> => (await readFile(file, 'utf8')).trim();
  const withToken = async (): Promise<HubClient> =>
    new HubClient({ url, credentials: { token: await textOf(newcomer.tokenFile) } });

  it('gets a secret once, keeps it, and finds itself with it', async () => {
    const secret = await ownSecret(newcomer, silently);
    expect(await ownSecret(newcomer, silently)).toBe(secret);
    expect(await textOf(newcomer.secretFile)).toBe(secret);
    const itself = new HubClient({ url, credentials: { system: 'h29', secret } });
    expect(await itself.system('h29')).toMatchObject({ name: 'h29', codes: ['000.00.00.H29'] });
  });

  it('whose answer was lost asks once more and is the same system; another that takes its name is not', async () => {
    const holder = await withToken();
    const secret = 'x'.repeat(43);
    const wish = { name: 'h29', codes: ['000.00.00.H29'], poll: true, secret };
    expect((await holder.addSystem(wish)).secret).toBe(secret);
    await mkdir(dirname(newcomer.secretFile), { recursive: true });
    await writeFile(`${newcomer.secretFile}.proposed`, `${secret}\n`);
    expect(await ownSecret(newcomer, silently)).toBe(secret);
    expect((await operator.systems()).items).toHaveLength(1);
    const another = { ...wish, secret: 'y'.repeat(43) };
    await expect(holder.addSystem(another)).rejects.toMatchObject({ problem: { code: 'SYSTEM_EXISTS' } });
  });

  it('can do nothing else with the token', async () => {
    const holder = await withToken();
    await ownSecret(newcomer, silently);
    await expect(holder.systems()).rejects.toMatchObject({ problem: { code: 'UNAUTHENTICATED' } });
    await expect(holder.renewSecret('h29')).rejects.toMatchObject({ problem: { code: 'UNAUTHENTICATED' } });
    await expect(holder.removeSystem('h29')).rejects.toMatchObject({ problem: { code: 'UNAUTHENTICATED' } });
  });

  it('sees no other system', async () => {
    const secret = await ownSecret(newcomer, silently);
    await operator.addSystem({ name: 'h53', codes: ['000.00.00.H53'], poll: true });
    const itself = new HubClient({ url, credentials: { system: 'h29', secret } });
    await expect(itself.system('h53')).rejects.toMatchObject({ problem: { code: 'FORBIDDEN' } });
  });

  it('is told when the hub does not know its enrolment any more, and does not enrol anew by itself', async () => {
    await ownSecret(newcomer, silently);
    await operator.removeSystem('h29');
    await expect(ownSecret(newcomer, silently)).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' });
    expect((await operator.systems()).items).toEqual([]);
  });

  it.each([
    ['a name that another has', { codes: ['000.00.00.H30'] }, /SYSTEM_EXISTS: .*h29/],
    ['an agency that does not exist', { name: 'other', codes: ['000.00.00.Z99'] }, /AGENCY_UNKNOWN: .*Z99/],
    ['an agency that has a system', { name: 'other' }, /AGENCY_HAS_SYSTEM: .*h29/],
  ])('is refused %s, in the words of the hub', async (_, wish, words) => {
    await ownSecret(newcomer, silently);
    const secretFile = join(folder, 'other', 'secret');
    await expect(ownSecret({ ...newcomer, ...wish, secretFile }, silently)).rejects.toThrow(words);
  });

  it('starts with the secret it keeps while the hub is away', async () => {
    await writeFile(join(folder, 'kept'), 'a-secret-it-keeps\n');
    const away = { ...newcomer, hubUrl: 'http://127.0.0.1:1', secretFile: join(folder, 'kept') };
    expect(await ownSecret(away, silently)).toBe('a-secret-it-keeps');
  });
});
