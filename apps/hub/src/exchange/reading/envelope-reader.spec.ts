import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxisError } from '#core';
import { writeDocument } from '#edxml';
import { sampleDocument } from '../../../../../test/support/sample-document.js';
import { EnvelopeReader } from './envelope-reader.js';

const bodyOf = (number: string): Buffer =>
  writeDocument(sampleDocument({ from: '000.00.00.G22', to: ['000.00.00.H53'], number, notation: 'VPCP' }));

async function failureOf(reading: Promise<unknown>): Promise<unknown> {
  return reading.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('Reading in a thread of its own', () => {
  let reader: EnvelopeReader;
  beforeEach(() => (reader = new EnvelopeReader()));
  afterEach(() => reader.onApplicationShutdown());

  it.each([
    ['in place', 2],
    ['in the thread', 50],
  ])('gives everyone who asks in one turn his own body, and the digest of its bytes (%s)', async (_where, length) => {
    const bodies = Array.from({ length }, (_, index) => bodyOf(String(index + 10)));
    const read = await Promise.all(bodies.map((body) => reader.read(body)));
    expect(read.map(({ envelope }) => envelope.kind === 'document' && envelope.header.number)).toEqual(
      bodies.map((_, index) => String(index + 10)),
    );
    expect(read.map(({ sha256 }) => sha256)).toEqual(
      bodies.map((body) => createHash('sha256').update(body).digest('hex')),
    );
  });

  it('leaves the bytes with whoever handed them in', async () => {
    const body = bodyOf('11');
    const before = Buffer.from(body);
    await reader.read(body);
    expect(body.equals(before)).toBe(true);
  });

  it('refuses only the body that is at fault, with code, details and every problem', async () => {
    const faulty = Buffer.from(
      bodyOf('12')
        .toString('utf8')
        .replace(/(<(?:\w+:)?CodeNumber>)12(?=<)/, '$1'),
    );
    const [good, bad, none] = await Promise.all([
      reader.read(bodyOf('13')),
      failureOf(reader.read(faulty)),
      failureOf(reader.read(Buffer.from('no document'))),
    ]);
    expect(good.envelope.kind).toBe('document');
    expect(bad).toBeInstanceOf(AxisError);
    expect(bad).toMatchObject({ code: 'EDXML_INVALID', details: { count: 1 } });
    expect((bad as AxisError).problems).toEqual([expect.objectContaining({ class: 'N' })]);
    expect(none).toMatchObject({ code: 'EDXML_NOT_XML', problems: [{ at: '1:1' }] });
  });

  it('reads a file, and refuses it like a body in memory', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truc-reading-'));
    try {
      await writeFile(join(folder, 'good'), bodyOf('14'));
      await writeFile(join(folder, 'bad'), 'no document');
      await expect(reader.readFile(join(folder, 'good'))).resolves.toMatchObject({ header: { number: '14' } });
      await expect(reader.readFile(join(folder, 'bad'))).rejects.toMatchObject({ code: 'EDXML_NOT_XML' });
      await expect(reader.readFile(join(folder, 'none'))).rejects.toThrow('ENOENT');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('lets nobody wait for it once it is shut down', async () => {
    const asked = failureOf(reader.read(bodyOf('15')));
    await reader.onApplicationShutdown();
    expect(await asked).toBeInstanceOf(Error);
    expect(await failureOf(reader.read(bodyOf('16')))).toBeInstanceOf(Error);
  });
});
