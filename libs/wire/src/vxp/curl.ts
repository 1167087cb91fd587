import { resolve } from 'node:path';
import { type EdocFile } from './edoc-file.js';
import { type VxpRequest } from './vxp-request.js';

/** A command for a POSIX shell that makes the request with curl, its signature valid as it stands; it holds no secret. A file without a path is read from stdin. */
export function curlOf({ method, url, headers, body }: VxpRequest): string {
  const lines = [
    `curl -sS -X ${method} ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(headerLine(name, value))}`),
    ...(method === 'POST' ? [`--data-binary ${typeof body === 'object' ? '@-' : quoted(body ?? '')}`] : []),
  ];
  return (typeof body === 'object' ? `${fileOf(body)} |\n` : '') + lines.join(' \\\n  ');
}

/** The text as one word of a POSIX shell, whatever stands in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** curl sends an empty header only when it is written with a semicolon. */
function headerLine(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** The file with the CRLF that the official client adds to it. */
function fileOf({ path }: EdocFile): string {
  return `{ cat -- ${path === undefined ? '-' : quoted(resolve(path))}; printf '\\r\\n'; }`;
}
