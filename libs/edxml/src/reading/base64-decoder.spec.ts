import { Base64Decoder } from './base64-decoder.js';

function decode(
  text: string,
  pieceSize = text.length || 1,
): { fault: string | undefined; content: Buffer; bytes: number } {
  const pieces: Buffer[] = [];
  const decoder = new Base64Decoder((decoded) => pieces.push(Buffer.from(decoded)));
  const encoded = Buffer.from(text);
  for (let from = 0; from < encoded.length; from += pieceSize) decoder.write(encoded.subarray(from, from + pieceSize));
  decoder.end();
  return { fault: decoder.fault, content: Buffer.concat(pieces), bytes: decoder.bytes };
}

const bytesOf = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_nothing, at) => (at * 167 + 13) % 256));

describe('Decoding base64 in pieces', () => {
  it.each([0, 1, 2, 3, 4, 5, 31, 32, 33, 255, 1000])(
    'gives the %d bytes that were encoded, however the text is divided',
    (length) => {
      const content = bytesOf(length);
      for (const pieceSize of [1, 2, 3, 4, 5, 7, 1000]) {
        expect(decode(content.toString('base64'), pieceSize)).toEqual({ fault: undefined, content, bytes: length });
      }
    },
  );

  it('decodes more than it can hold at once', () => {
    const content = bytesOf(200_000);
    expect(decode(content.toString('base64')).content.equals(content)).toBe(true);
  });

  it.each([
    ['lines', 'QUJD\r\nREVG\n'],
    ['blanks', ' QUJD\tREVG '],
    ['blanks before the padding', 'QUJDREVGRw= ='],
    ['references to line ends', 'QUJD&#13;\nREVG&#xA;&#x0D;'],
  ])('allows %s', (_what, text) => {
    expect(decode(text).fault).toBeUndefined();
    expect(decode(text, 1).content.toString()).toMatch(/^ABCDEFG?$/);
  });

  it.each([
    ['a character of no meaning', 'QU*D', 'ký tự'],
    ['the alphabet of URLs', 'QU-_', 'ký tự'],
    ['a byte above ASCII', 'QUJĐ', 'ký tự'],
    ['a group cut off', 'QUJDR', 'bội số'],
    ['a missing padding', 'QUI', 'bội số'],
    ['half a padding', 'QQ=', 'bội số'],
    ['text after the padding', 'QQ==QUJD', 'sau dấu'],
    ['too much padding', 'QUI==', 'sai chỗ'],
    ['padding alone', '====', 'sai chỗ'],
    ['padding after one character', 'Q===', 'sai chỗ'],
    ['an entity', 'QU&lt;D', 'thực thể'],
    ['an entity that never ends', 'QU&#0000000000000000', 'thực thể'],
    ['an entity cut off', 'QUJD&#13', 'bội số'],
  ])('refuses %s', (_what, text, reason) => {
    for (const pieceSize of [1, 100]) expect(decode(text, pieceSize).fault).toContain(reason);
  });
});
