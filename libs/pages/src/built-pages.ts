import { existsSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import { PAGE_HEADERS } from './page-headers.js';

/** Serves a request, or passes it on with `next`. */
export type PagesHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Where the build puts files whose names change with their content. */
const HASHED = '/assets/';

/** Whoever asks for such a file wants the file, not a page; an agency's code has dots too. */
const FILE = /\.(css|gif|html?|ico|jpe?g|js|json|map|mjs|pdf|png|svg|txt|wasm|webmanifest|webp|woff2?|xml)$/i;

const NOT_BUILT =
  'Bảng điều khiển chưa được dựng: chạy npm run build. / The console has not been built: run npm run build.\n';

/**
 * Serves the built pages in `folder`: its files, packed as `.br` or `.gz` where such a file lies beside them, and `index.html` for every other
 * address, since the pages have addresses of their own. Passes on what is below `apart` (paths such as `/api`), what asks for a file that is
 * not there, and everything but GET and HEAD. A folder that is not there yet is looked for again with each request.
 */
export function builtPages(folder: string, apart: readonly string[]): PagesHandler {
  let serve: PagesHandler | undefined;
  return (request, response, next) => {
    const path = pathOf(request);
    if (!isRead(request) || apart.some((above) => path === above || path.startsWith(`${above}/`))) {
      next();
      return;
    }
    serve ??= existsSync(join(folder, 'index.html')) ? serverOf(folder) : undefined;
    if (serve !== undefined) serve(request, response, next);
    else if (isFile(path)) next();
    else sayNotBuilt(response);
  };
}

function serverOf(folder: string): PagesHandler {
  const options = { etag: true, gzip: true, brotli: true, setHeaders } as const;
  const files = sirv(folder, options);
  const pages: RequestHandler = sirv(folder, { ...options, single: true, ignores: false });
  return (request, response, next) => {
    (isFile(pathOf(request)) ? files : pages)(request, response, next);
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
  response.setHeader('Cache-Control', path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function sayNotBuilt(response: ServerResponse): void {
  response.writeHead(503, { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '10' });
  response.end(NOT_BUILT);
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isFile(path: string): boolean {
  return path.startsWith(HASHED) || FILE.test(path);
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}
