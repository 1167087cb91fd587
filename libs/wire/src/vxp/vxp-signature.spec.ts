import { hashOfFile, hmacOf, parseVxpTimestamp, signedHeaders, unpaddedHex, vxpTimestamp } from './vxp-signature.js';

const JSON_TYPE = 'application/json';
const BYTES = 'application/octet-stream';
const FILE_HASH = 'b0f1d556dbb4172d81db1dd12122c56cc3a9b8bad74a2ce3ce6ce2dcae59cfc';
const DOC_ID = '5bebcfeff858e3e0cc154762';

/** Calls of the official client as it sent them: system vxp.test.01, secret s3cret. */
const CAPTURED = [
  {
    call: 'getAgenciesList',
    timestamp: '21112026T205932+0189',
    parameters: {},
    contentType: JSON_TYPE,
    keys: 'systemid;timestamp;Content-Type',
    text: '{"XroadVnpt-systemid":"vxp.test.01","XroadVnpt-timestamp":"21112026T205932+0189","XroadVnpt-Content-Type":"application/json"}',
    hash: '85a9950a9aab44a516fe1e7ac14669beb46945878ff51897945bd60be944092e',
  },
  {
    call: 'deleteAgency',
    timestamp: '21112026T205934+0299',
    parameters: { AgencyCode: '000.00.31.H53' },
    contentType: JSON_TYPE,
    keys: 'systemid;AgencyCode;timestamp;Content-Type',
    text: '{"XroadVnpt-systemid":"vxp.test.01","XroadVnpt-AgencyCode":"000.00.31.H53","XroadVnpt-timestamp":"21112026T205934+0299","XroadVnpt-Content-Type":"application/json"}',
    hash: 'fdb3ade9127a3f546cb626fa6b9d1801443a16e5aac919122efab4dc76147b92',
  },
  {
    call: 'sendEdoc to two',
    timestamp: '21112026T205935+0176',
    parameters: {
      servicetype: 'eDoc',
      messagetype: 'edoc',
      'hash-file': FILE_HASH,
      from: '000.00.00.G22',
      to: '["000.00.00.H26","000.00.31.H53"]',
    },
    contentType: BYTES,
    keys: 'systemid;servicetype;messagetype;hash-file;from;to;timestamp;Content-Type',
    text: `{"XroadVnpt-systemid":"vxp.test.01","XroadVnpt-servicetype":"eDoc","XroadVnpt-messagetype":"edoc","XroadVnpt-hash-file":"${FILE_HASH}","XroadVnpt-from":"000.00.00.G22","XroadVnpt-to":"[\\"000.00.00.H26\\",\\"000.00.31.H53\\"]","XroadVnpt-timestamp":"21112026T205935+0176","XroadVnpt-Content-Type":"application/octet-stream"}`,
    hash: 'f715a7f3a535af0d3bb3cf2ac1e2b551ba5b70e6b09bd25da1c5b6a556d8d47c',
  },
  {
    call: 'downloadEdoc',
    timestamp: '21112026T205938+0473',
    parameters: { docId: DOC_ID, filePath: 'downloads' },
    contentType: JSON_TYPE,
    keys: 'systemid;docId;filePath;timestamp;Content-Type',
    text: `{"XroadVnpt-systemid":"vxp.test.01","XroadVnpt-docId":"${DOC_ID}","XroadVnpt-filePath":"downloads","XroadVnpt-timestamp":"21112026T205938+0473","XroadVnpt-Content-Type":"application/json"}`,
    hash: '910bf18a02b9985c5da943170d481609126697618ecc1fa074cd0010ffd1f215',
  },
  {
    call: 'updateStatus',
    timestamp: '21112026T205939+0070',
    parameters: { docId: DOC_ID },
    lateParameters: { status: 'done' },
    contentType: JSON_TYPE,
    keys: 'systemid;docId;timestamp;Content-Type;status',
    text: `{"XroadVnpt-systemid":"vxp.test.01","XroadVnpt-docId":"${DOC_ID}","XroadVnpt-timestamp":"21112026T205939+0070","XroadVnpt-Content-Type":"application/json","XroadVnpt-status":"done"}`,
    hash: '6841dc5267f952b72c46002dd9257a898b69dad862a85d7243cc56bf150d7107',
  },
];

describe('signature of the official client', () => {
  it.each(CAPTURED)('of $call comes out as it was captured', ({ timestamp, keys, text, hash, ...call }) => {
    const at = new Date(parseVxpTimestamp(timestamp) ?? NaN);
    const headers = signedHeaders({ systemId: 'vxp.test.01', secret: 's3cret', at, ...call });
    expect(headers).toMatchObject({
      'XroadVnpt-systemid': 'vxp.test.01',
      'XroadVnpt-timestamp': timestamp,
      'XroadVnpt-Content-Type': call.contentType,
      'XroadVnpt-sign-header-key': keys,
      'XroadVnpt-sign-header': text,
      'XroadVnpt-hash-header': hash,
      'XroadVnpt-version': '3.0.201608',
    });
    const signed = keys.split(';').map((name) => `XroadVnpt-${name}`);
    const unsigned = ['sign-header-key', 'sign-header', 'hash-header', 'version'].map((name) => `XroadVnpt-${name}`);
    expect(Object.keys(headers)).toEqual([...signed, ...unsigned]);
  });

  it('is over the bytes of the header, however they are spelt', () => {
    const text = '{"XroadVnpt-docId":"\\u0042ến Cầu"}';
    expect(hmacOf('khoá', Buffer.from(text, 'utf8'))).toBe(hmacOf('khoá', text));
    expect(hmacOf('khoá', text)).not.toBe(hmacOf('khoá', '{"XroadVnpt-docId":"Bến Cầu"}'));
    expect(hmacOf('khoá', text)).not.toBe(hmacOf('khoa', text));
  });
});

describe('timestamp', () => {
  it.each([
    ['21112026T205932+0189', '2026-11-21T20:59:32.189+07:00'],
    ['21112026T205939+0070', '2026-11-21T20:59:39.070+07:00'],
    ['01012026T000000+0000', '2025-12-31T17:00:00.000Z'],
    ['29022020T235959+0999', '2020-02-29T23:59:59.999+07:00'],
  ])('%s is %s', (text, moment) => {
    expect(parseVxpTimestamp(text)).toBe(Date.parse(moment));
    expect(vxpTimestamp(Date.parse(moment))).toBe(text);
  });

  it.each([
    '',
    '2026-11-21T20:59:32Z',
    '31022026T205932+0189',
    '21132026T205932+0189',
    '21112026T245932+0189',
    '21112026T205932+1189',
    '21112026T205932+189',
    '21112026T205932-0189',
    ' 21112026T205932+0189',
    '21112026T205932+0189\n',
  ])('%p is none', (text) => {
    expect(parseVxpTimestamp(text)).toBeUndefined();
  });
});

describe('digest of a file', () => {
  it.each([
    ['000a0b10ff', '0ab10ff'],
    ['00000000', '0000'],
    ['AB0C', 'abc'],
    ['0c30', 'c30'],
  ])('of %s is spelt %s', (padded, unpadded) => {
    expect(unpaddedHex(padded)).toBe(unpadded);
  });

  it('of a file is that of all its bytes', () => {
    expect(hashOfFile(Buffer.from(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    // SHA-256 of "abc" is ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad.
    expect(hashOfFile(Buffer.from('abc'))).toBe('ba7816bf8f1cfea414140de5dae2223b0361a396177a9cb410ff61f2015ad');
  });
});
