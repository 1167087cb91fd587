import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencyConfig } from './agency-config.js';
import { cliConfig } from './cli-config.js';
import { ConfigurationError } from './configuration-error.js';
import { hubConfig } from './hub-config.js';
import { CONFIGURATION } from './names.js';
import { projectRoot } from './project-root.js';
import { type Environment, EnvironmentReader } from './reading.js';
import { selfEnrolment } from './self-enrolment.js';

const AMQP_URL = 'amqp://operator:word@127.0.0.1:5672/axis';
const SYSTEM = {
  AMQP_URL,
  SYSTEM_NAME: 'h53',
  SYSTEM_SECRET: 'a-secret-of-some-length',
  SYSTEM_CODES: '000.00.00.H53, H53.31',
  AGENCY_TOKEN: 'a-token-of-some-length',
};

function failure(build: () => unknown): ConfigurationError {
  try {
    build();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('Nothing was found wrong.');
}

describe('hubConfig', () => {
  it('needs nothing but a broker', () => {
    const config = hubConfig({ AMQP_URL });
    expect(config).toMatchObject({
      dataFolder: `${projectRoot()}/.truc`,
      host: '127.0.0.1',
      port: 8080,
      broker: { amqpUrl: AMQP_URL, managementUrl: 'http://operator:word@127.0.0.1:15672' },
      database: { kind: 'sqlite', file: `${projectRoot()}/.truc/hub/hub.sqlite` },
      bodyLimitBytes: 1024 ** 3,
      inlineLimitBytes: 256 * 1024,
      batch: { size: 256, withinMs: 5 },
      log: { level: 'info', format: 'json' },
    });
  });

  it('takes PostgreSQL by its URL', () => {
    const url = 'postgres://u:p@localhost/axis';
    expect(hubConfig({ AMQP_URL, DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
  });

  it('believes the proxies it is told of, and no others', () => {
    expect(hubConfig({ AMQP_URL }).trustedProxies).toEqual([]);
    const proxies = ['loopback', '10.0.0.0/8', '192.0.2.1', 'fd00::/8'];
    expect(hubConfig({ AMQP_URL, TRUSTED_PROXIES: proxies.join(', ') }).trustedProxies).toEqual(proxies);
    for (const wrong of ['everybody', '10.0.0.0/33', '10.0.0/8', 'true'])
      expect(failure(() => hubConfig({ AMQP_URL, TRUSTED_PROXIES: wrong })).message).toContain('TRUSTED_PROXIES');
  });

  it('is frozen to its leaves', () => {
    const config = hubConfig({ AMQP_URL });
    expect(() => Object.assign(config.batch, { size: 1 })).toThrow(TypeError);
  });

  it('names every wrong value at once, a sentence each', () => {
    const error = failure(() => hubConfig({ HUB_PORT: 'eighty', BATCH_SIZE: '0', LOG_FORMAT: 'xml' }));
    expect(error.exitCode).toBe(2);
    expect(error.english.split('\n')).toEqual([
      'BATCH_SIZE=0 is wrong; it must be a whole number from 1 to 5000.',
      'LOG_FORMAT=xml is wrong; it must be one of json, pretty.',
      'HUB_PORT=eighty is wrong; it must be a whole number from 0 to 65535.',
      'AMQP_URL is not set; it must be a URL amqp://…, amqps://….',
    ]);
    expect(error.message).toContain('HUB_PORT=eighty không hợp lệ; cần một số nguyên từ 0 đến 65535.');
  });

  it('takes an empty value for one that is not set', () => {
    expect(hubConfig({ AMQP_URL, HUB_PORT: ' ' }).port).toBe(8080);
  });

  it.each([
    ['test', 'before-commit'],
    ['production', undefined],
    [undefined, undefined],
  ])('with NODE_ENV=%s has the fail point %s', (NODE_ENV, failPoint) => {
    expect(hubConfig({ AMQP_URL, FAIL_POINT: 'before-commit', NODE_ENV }).failPoint).toBe(failPoint);
  });
});

describe('agencyConfig', () => {
  it('speaks to RabbitMQ in its own name', () => {
    const config = agencyConfig({ ...SYSTEM, SYSTEM_SECRET: 'sixteen/and@more' });
    expect(config.amqpUrl).toBe('amqp://h53:sixteen%2Fand%40more@127.0.0.1:5672/axis');
    expect(config.systemFolder).toBe(`${projectRoot()}/.truc/systems/h53`);
    expect(config.codes).toEqual(['000.00.00.H53', 'H53.31']);
  });

  it('has an office that reports 03 to 06 unless told otherwise', () => {
    const delaysMs = { '03': 500, '04': 1000, '05': 1500, '06': 2000 };
    expect(agencyConfig(SYSTEM).office).toEqual({ isOn: true, delaysMs, refusePercent: 0 });
    const told = { OFFICE: 'off', OFFICE_DELAYS_MS: '03:7', OFFICE_REFUSE_PERCENT: '25' };
    expect(agencyConfig({ ...SYSTEM, ...told }).office).toEqual({
      isOn: false,
      delaysMs: { '03': 7 },
      refusePercent: 25,
    });
  });

  it('never shows a secret it finds wrong', () => {
    const error = failure(() => agencyConfig({ ...SYSTEM, SYSTEM_SECRET: 'short', AMQP_URL: 'http://u:word@host' }));
    expect(error.message).not.toMatch(/short|word/);
    expect(error.wrong.map(({ name }) => name)).toEqual(['SYSTEM_SECRET', 'AMQP_URL']);
  });

  it.each(['H53', 'h53.urgent', '-h53', 'h53--x', 'tây-ninh'])('refuses the system name %s', (SYSTEM_NAME) => {
    expect(failure(() => agencyConfig({ ...SYSTEM, SYSTEM_NAME })).wrong[0]?.name).toBe('SYSTEM_NAME');
  });

  it.each(['3:500', '03:500,', '03', '13:5'])('refuses the delays %s', (OFFICE_DELAYS_MS) => {
    expect(failure(() => agencyConfig({ ...SYSTEM, OFFICE_DELAYS_MS })).wrong[0]?.name).toBe('OFFICE_DELAYS_MS');
  });
});

describe('cliConfig', () => {
  it('follows the hub when its port is moved', () => {
    expect(cliConfig({ HUB_PORT: '9090' }).hubUrl).toBe('http://127.0.0.1:9090');
    expect(cliConfig({ HUB_HOST: '0.0.0.0' }).hubUrl).toBe('http://127.0.0.1:8080');
    expect(cliConfig({ HUB_HOST: '::1' }).hubUrl).toBe('http://[::1]:8080');
    expect(cliConfig({ HUB_URL: 'https://axis.test', HUB_PORT: '9090' }).hubUrl).toBe('https://axis.test');
  });

  it('reaches systems in containers by one pattern, and needs their token then', () => {
    const [AGENCY_URL, AGENCY_TOKEN] = ['http://{name}:8101', 'a-token-of-some-length'];
    expect(cliConfig({ AGENCY_URL, AGENCY_TOKEN }).nodes).toEqual({ url: AGENCY_URL, token: AGENCY_TOKEN });
    expect(cliConfig({ AGENCY_TOKEN }).nodes).toBeUndefined();
    expect(failure(() => cliConfig({ AGENCY_URL })).wrong.map(({ name }) => name)).toEqual(['AGENCY_TOKEN']);
    expect(failure(() => cliConfig({ AGENCY_URL: 'http://node:8101' })).wrong[0]?.name).toBe('AGENCY_URL');
  });

  it('knows no broker unless one is named', () => {
    expect(cliConfig({}).broker).toBeUndefined();
    expect(cliConfig({ AMQP_URL, RABBITMQ_MANAGEMENT_URL: 'http://a:b@c:1' }).broker?.managementUrl).toBe(
      'http://a:b@c:1',
    );
  });
});

describe('a secret in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truc-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read where <NAME>_FILE names it', () => {
    writeFileSync(join(folder, 'url'), `${AMQP_URL}\n`);
    expect(hubConfig({ AMQP_URL_FILE: join(folder, 'url') }).broker.amqpUrl).toBe(AMQP_URL);
  });

  it('that cannot be read is told beside everything else', () => {
    const error = failure(() => hubConfig({ AMQP_URL_FILE: join(folder, 'none'), HUB_PORT: 'x' }));
    expect(error.wrong.map(({ name }) => name)).toEqual(['HUB_PORT', 'AMQP_URL_FILE', 'AMQP_URL']);
  });

  it('is not looked for under names that hold no secret', () => {
    expect(hubConfig({ AMQP_URL, HUB_PORT_FILE: join(folder, 'none') }).port).toBe(8080);
  });
});

describe('selfEnrolment', () => {
  const WITHOUT_SECRET = { ...SYSTEM, SYSTEM_SECRET: undefined };
  const ENROLMENT_TOKEN_FILE = '/enrolment/token';

  it('is for a system with a token and no secret', () => {
    expect(selfEnrolment({ ...WITHOUT_SECRET, ENROLMENT_TOKEN_FILE, TRUC_DATA: '/data' })).toEqual({
      ...{ name: 'h53', codes: ['000.00.00.H53', 'H53.31'], hubUrl: 'http://127.0.0.1:8080' },
      ...{ tokenFile: ENROLMENT_TOKEN_FILE, secretFile: '/data/systems/h53/secret' },
    });
    expect(selfEnrolment({ ...SYSTEM, ENROLMENT_TOKEN_FILE })).toBeUndefined();
    expect(selfEnrolment(WITHOUT_SECRET)).toBeUndefined();
  });

  it('names everything else that is wrong before it comes to enrolling', () => {
    const wrong = { ...WITHOUT_SECRET, ENROLMENT_TOKEN_FILE, SYSTEM_CODES: 'no code', AGENCY_PORT: 'x' };
    expect(failure(() => selfEnrolment(wrong)).wrong.map(({ name }) => name)).toEqual(['SYSTEM_CODES', 'AGENCY_PORT']);
  });
});

describe('CONFIGURATION', () => {
  const agency = (environment: Environment): unknown => selfEnrolment(environment) ?? agencyConfig(environment);
  const readers = { hub: hubConfig, agency, cli: cliConfig };
  const isFileOf = (names: readonly string[]) => (name: string) => names.some((each) => name === `${each}_FILE`);

  it.each(Object.entries(readers))('lists exactly the names that %s reads', (reader, read) => {
    const seen = new Set<string>();
    const environment = new Proxy(
      {},
      {
        get: (_, name) => {
          seen.add(String(name));
          return undefined;
        },
      },
    );
    try {
      read(environment);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
    }
    const listed = CONFIGURATION.filter((entry) => entry.readers.some((name) => name === reader)).map(
      ({ name }) => name,
    );
    expect([...seen].filter((name) => !isFileOf(listed)(name)).sort()).toEqual(listed.sort());
  });

  it('is the only source of names', () => {
    const field = { schema: undefined as never, allowed: '', allowedVi: '' };
    expect(() => new EnvironmentReader({}).read('TRUC_SECRET_NAME', field)).toThrow(/not in CONFIGURATION/);
  });
});
