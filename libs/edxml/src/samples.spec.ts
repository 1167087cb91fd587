import { readFileSync } from 'node:fs';
import { readDocument, readEnvelope, writeDocument, writeStatus } from './index.js';

const sample = (name: string): Buffer => readFileSync(`libs/edxml/samples/${name}.edxml`);

describe('The samples of the standard', () => {
  it.each(['new', 'recall', 'update', 'replace'])('%s is written again byte for byte as it was read', (name) => {
    expect(writeDocument(readDocument(sample(name))).toString()).toBe(sample(name).toString());
  });

  it('a status is written again byte for byte as it was read', () => {
    const envelope = readEnvelope(sample('status-03'));
    expect(envelope.kind === 'status' && writeStatus(envelope.status).toString()).toBe(sample('status-03').toString());
  });
});
