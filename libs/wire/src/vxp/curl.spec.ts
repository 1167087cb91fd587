import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curlOf, quoted } from './curl.js';
import { edocFileAt, edocFileOf } from './edoc-file.js';
import { vxpCalls, type VxpCall } from './vxp-calls.js';
import { requestOf } from './vxp-request.js';
import { hmacOf } from './vxp-signature.js';

const CALLER = { url: 'http://127.0.0.1:8080/vxp/', systemId: 'vxp.test.01', secret: "s3cret 'quoted'" };
const AT = new Date('2026-11-21T20:59:32.189+07:00');

/** What a shell hands to curl: its arguments, and its standard input when it has one. */
function handedToCurl(command: string, stdin = ''): { args: string[]; input: string } {
  const stub = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\1'; cat; }`;
  const out = execFileSync('sh', ['-c', `${stub}\n${command}`], { input: stdin, encoding: 'utf8' });
  const [words = '', input = ''] = out.split('\u0001');
  return { args: words.split('\0').slice(0, -1), input };
}

const commandFor = (call: VxpCall): string => curlOf(requestOf(CALLER, call, AT));

describe('curlOf', () => {
  it('writes every header of the request, signed', () => {
    const command = commandFor(vxpCalls.getReceivedEdocList({ messageType: 'edoc' }));
    const { args } = handedToCurl(command);
    expect(args.slice(0, 4)).toEqual(['-sS', '-X', 'POST', 'http://127.0.0.1:8080/vxp/getReceivedEdocList']);
    const headers = args.filter((_, at) => args[at - 1] === '-H');
    const text =
      '{"XroadVnpt-systemid":"vxp.test.01","XroadVnpt-servicetype":"eDoc","XroadVnpt-messagetype":"edoc","XroadVnpt-timestamp":"21112026T205932+0189","XroadVnpt-Content-Type":"application/json"}';
    expect(headers).toEqual([
      'Content-Type: application/json',
      'XroadVnpt-systemid: vxp.test.01',
      'XroadVnpt-servicetype: eDoc',
      'XroadVnpt-messagetype: edoc',
      'XroadVnpt-timestamp: 21112026T205932+0189',
      'XroadVnpt-Content-Type: application/json',
      'XroadVnpt-sign-header-key: systemid;servicetype;messagetype;timestamp;Content-Type',
      `XroadVnpt-sign-header: ${text}`,
      `XroadVnpt-hash-header: ${hmacOf(CALLER.secret, text)}`,
      'XroadVnpt-version: 3.0.201608',
    ]);
    expect(args.slice(-2)).toEqual(['--data-binary', '']);
    expect(command).not.toContain('s3cret');
  });

  it.each(["it's", '$HOME `id` "x" \\ \\n !', 'Bến  Cầu', "'", "''';id;'"])('quotes %p for a shell', (text) => {
    const printed = execFileSync('sh', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' });
    expect(printed).toBe(text);
    const { args } = handedToCurl(commandFor(vxpCalls.registerAgency({ code: 'c', name: text, mail: 'm' })));
    expect(JSON.parse(args.at(-1) ?? '')).toMatchObject({ name: text });
    const asked = handedToCurl(commandFor(vxpCalls.getEdoc(text))).args;
    expect(asked).toContain(`XroadVnpt-docId: ${text}`);
  });

  it('sends empty headers, which curl would leave out', () => {
    expect(handedToCurl(commandFor(vxpCalls.downloadEdoc(''))).args).toContain('XroadVnpt-docId;');
  });

  it('sends no body with GET', () => {
    expect(handedToCurl(commandFor(vxpCalls.downloadEdoc('d'))).args).not.toContain('--data-binary');
  });

  it('sends a file and CRLF after it, wherever it lies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vxp curl-'));
    const path = join(folder, "công văn của 'tỉnh'.edxml");
    writeFileSync(path, '<edXML/>\n');
    const file = await edocFileAt(path);
    const call = vxpCalls.sendEdoc({ from: '000.00.00.G22', messageType: 'edoc', file, to: ['a', 'b'] });
    const { args, input } = handedToCurl(commandFor(call));
    expect(input).toBe('<edXML/>\n\r\n');
    expect(args).toContain('XroadVnpt-to: ["a","b"]');
    expect(args.slice(-2)).toEqual(['--data-binary', '@-']);
    rmSync(folder, { recursive: true });
  });

  it('reads from stdin a file that lies nowhere', () => {
    const file = edocFileOf(Buffer.from('<edXML/>'));
    const command = commandFor(vxpCalls.sendEdoc({ from: 'x', messageType: 'status', file }));
    expect(handedToCurl(command, 'piped').input).toBe('piped\r\n');
  });
});
