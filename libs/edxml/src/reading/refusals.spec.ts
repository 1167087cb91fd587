import { isAxisError } from '#core';
import { readDocument, readEnvelope, readEnvelopeStream } from '../index.js';
import { altered, inPieces, refusalOf, sample } from '../../testing/sample.js';

const NEW = sample('new');
const refusal = (text: string | Uint8Array): string =>
  refusalOf(() => readEnvelope(typeof text === 'string' ? Buffer.from(text) : text)).code;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('What is not edXML is refused', () => {
  const doctype = '<!DOCTYPE edXML [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'EDXML_NOT_XML'],
    ['blanks', ' \n\t ', 'EDXML_NOT_XML'],
    ['plain text', 'Kính gửi Ủy ban nhân dân', 'EDXML_NOT_XML'],
    ['JSON', '{"from":"000.00.00.G22"}', 'EDXML_NOT_XML'],
    ['a PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog>>'), 'EDXML_NOT_XML'],
    ['a tag that is not closed right', altered(NEW, '</edXML:Subject>', '</edXML:Subjekt>'), 'EDXML_NOT_XML'],
    ['an unescaped &', altered(NEW, 'V/v gửi', 'A & B'), 'EDXML_NOT_XML'],
    ['an entity nobody defined', altered(NEW, 'V/v gửi', '&lol;'), 'EDXML_NOT_XML'],
    ['a control character', altered(NEW, 'V/v gửi', 'a\u0001b'), 'EDXML_NOT_XML'],
    ['an unbound prefix', altered(NEW, '<AttachmentEncoded>', '<x:AttachmentEncoded>'), 'EDXML_NOT_XML'],
    ['a second root', `${NEW}<edXML/>`, 'EDXML_NOT_XML'],
    ['HTML', '<html><body>502 Bad Gateway</body></html>', 'EDXML_WRONG_ROOT'],
    ['a SOAP envelope', '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>', 'EDXML_WRONG_ROOT'],
    ['no namespace', '<edXML/>', 'EDXML_WRONG_NAMESPACE'],
    ['another namespace', NEW.replaceAll('QCVN_102_2016', 'QCVN_102_2014'), 'EDXML_WRONG_NAMESPACE'],
    ['an unbound prefix of the root', '<edXML:edXML></edXML:edXML>', 'EDXML_WRONG_NAMESPACE'],
    ['a doctype', altered(NEW, '?>\n', '?>\n<!DOCTYPE edXML>\n'), 'EDXML_DOCTYPE'],
    ['HTML with a doctype', '<!DOCTYPE html><html></html>', 'EDXML_DOCTYPE'],
    ['entities within entities', altered(NEW, '?>\n', `?>\n${doctype}`).replace('V/v', '&b;'), 'EDXML_DOCTYPE'],
    [
      'an entity from outside',
      altered(NEW, '?>\n', '?>\n<!DOCTYPE edXML [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'EDXML_DOCTYPE',
    ],
    ['another encoding declared', altered(NEW, 'UTF-8', 'windows-1258'), 'EDXML_ENCODING'],
    ['ASCII declared', altered(NEW, 'UTF-8', 'US-ASCII'), 'EDXML_ENCODING'],
    [
      'another encoding declared and used',
      latin1(altered('<?xml version="1.0" encoding="UTF-8"?><edXML>\xe0</edXML>', 'UTF-8', 'ISO-8859-1')),
      'EDXML_ENCODING',
    ],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from(NEW.slice(0, 600)), Buffer.from([0xe1, 0xbb]), Buffer.from(NEW.slice(600))]),
      'EDXML_ENCODING',
    ],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${NEW}`, 'utf16le'), 'EDXML_ENCODING'],
    ['UTF-16 without it', Buffer.from(NEW, 'utf16le'), 'EDXML_ENCODING'],
    ['UTF-16, the other way round', Buffer.from(NEW, 'utf16le').swap16(), 'EDXML_ENCODING'],
  ])('%s', async (_what, message, code) => {
    const bytes = typeof message === 'string' ? Buffer.from(message) : message;
    expect(refusal(bytes)).toBe(code);
    for (const { at } of refusalOf(() => readEnvelope(bytes)).problems ?? [{ at: '' }]) expect(at).toMatch(/^\d+:\d+$/);
    await expect(readEnvelopeStream(inPieces(bytes, 37))).rejects.toMatchObject({ code });
  });

  it('saying which encoding was declared, even when its bytes do not read', () => {
    const bytes = latin1('<?xml version="1.0" encoding="windows-1258"?><edXML>\xe0</edXML>');
    expect(refusalOf(() => readEnvelope(bytes)).details).toEqual({ encoding: 'windows-1258' });
  });

  it('saying the place', () => {
    expect(refusalOf(() => readEnvelope(Buffer.from(altered(NEW, '</edXML:OrganId>', '</x>')))).details).toEqual({
      at: 'dòng 7, cột 43',
    });
  });

  it('saying the place right after an attachment of many lines', () => {
    const lines = altered(NEW, 'S8Otbmgg', 'S8Ot\n\n\nbmgg\n\n');
    expect(refusalOf(() => readEnvelope(Buffer.from(altered(lines, '</Attachment>', '</x>')))).details.at).toMatch(
      /^dòng 116,/,
    );
  });
});

describe('A file that is cut off', () => {
  it('is refused wherever it was cut', () => {
    const bytes = Buffer.from(NEW);
    for (let length = 1; length < bytes.lastIndexOf('>'); length += 13)
      expect([length, refusal(bytes.subarray(0, length))]).toEqual([length, 'EDXML_TRUNCATED']);
  });

  it('is refused in whatever pieces it came', async () => {
    const bytes = Buffer.from(NEW);
    for (const length of [500, 4000, 5300, 5330, 5420]) {
      for (const size of [5, 9999])
        await expect(readEnvelopeStream(inPieces(bytes.subarray(0, length), size))).rejects.toMatchObject({
          code: 'EDXML_TRUNCATED',
        });
    }
  });
});

describe('Tags within tags', () => {
  const nested = (depth: number): string =>
    altered(NEW, '<edXML:Subject>', `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}<edXML:Subject>`);

  it('may be 32 levels deep, and no deeper', () => {
    expect(readEnvelope(Buffer.from(nested(28))).kind).toBe('document');
    expect(refusal(nested(29))).toBe('EDXML_TOO_DEEP');
  });

  it('count in a signature too', () => {
    expect(refusal(altered(NEW, '</edXML:edXMLHeader>', `<Signature>${'<a>'.repeat(40)}`))).toBe('EDXML_TOO_DEEP');
  });

  it('are refused at the first that is too deep, not at the two-hundred-thousandth', async () => {
    let taken = 0;
    async function* bomb(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">');
      for (taken = 0; taken < 20_000; taken++) yield await Promise.resolve(Buffer.from('<a>'.repeat(10)));
    }
    await expect(readEnvelopeStream(bomb())).rejects.toMatchObject({ code: 'EDXML_TOO_DEEP', details: { limit: 32 } });
    expect(taken).toBeLessThan(10);
  });
});

describe('Too much markup', () => {
  it('is refused by the number of its elements', () => {
    const many = altered(NEW, '<edXML:Subject>', `${'<a/>'.repeat(400_001)}<edXML:Subject>`);
    expect(refusalOf(() => readEnvelope(Buffer.from(many))).problems).toMatchObject([{ path: 'R.edXML' }]);
  });

  it('is refused by its size before it is all taken', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(NEW.slice(0, NEW.indexOf('V/v')));
      const piece = Buffer.alloc(1024 * 1024, 'x');
      for (taken = 0; taken < 100; taken++) yield await Promise.resolve(piece);
    }
    await expect(readEnvelopeStream(endless())).rejects.toMatchObject({
      code: 'EDXML_INVALID',
      problems: [{ path: 'R.edXML' }],
    });
    expect(taken).toBeLessThan(35);
  });
});

describe('An attachment that does not decode', () => {
  it.each([
    ['foreign characters', altered(NEW, 'S8Otbmgg', 'S8Ot*mgg'), 'ký tự'],
    ['a missing end', altered(NEW, 'pwo=', 'pw'), 'bội số'],
    ['a comment inside', altered(NEW, 'S8Otbmgg', 'S8Ot<!-- x -->bmgg'), 'phần tử con'],
    ['an element inside', altered(NEW, 'S8Otbmgg', 'S8Ot<a/>bmgg'), 'phần tử con'],
  ])('for %s is named', (_what, text, reason) => {
    const error = refusalOf(() => readEnvelope(Buffer.from(text)));
    expect(error.code).toBe('ATTACHMENT_UNDECODABLE');
    expect(error.details).toEqual({ name: '0123_VPCP-KSTT.txt', reason: expect.stringContaining(reason) as string });
  });
});

describe('Whatever comes', () => {
  it('is read or refused by a code of the table, never anything else', () => {
    const random = sequence(20200204);
    for (let round = 0; round < 500; round++) {
      const bytes = Buffer.from(NEW);
      for (let spot = 0; spot < 1 + (round % 4); spot++) bytes[random(bytes.length)] = random(256);
      const end = round % 3 === 0 ? random(bytes.length) : bytes.length;
      try {
        readDocument(bytes.subarray(0, end));
      } catch (error) {
        if (!isAxisError(error)) throw error;
      }
    }
  });
});

/** Whole numbers below a limit, the same ones each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}
