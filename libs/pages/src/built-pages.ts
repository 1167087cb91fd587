import { existsSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { PAGE_HEADERS } from './page-headers.js';

/** Serves a request, or passes it on with `next`. */
export type PagesHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Where the build puts files whose names change with their content. */
const HASHED = '/assets/';

/** Whoever asks for such a file wants the file, not a page; an agency's code has dots too. */
const FILE = /\.(css|gif|html?|ico|jpe?g|js|json|map|mjs|pdf|png|svg|txt|wasm|webmanifest|webp|woff2?|xml)$/i;

const NOT_BUILT =
  'Bảng điều khiển chưa được dựng: chạy npm run build. / The console has not been built: run npm run build.\n';

/** What of a build is served where. */
export interface PagesPlace {
  readonly folder: string;
  /** The file that is every page, such as `index.html`: pages have addresses of their own, which only they understand. */
  readonly page: string;
  /** Paths of which neither they nor what is below them is a page, such as `/api`. */
  readonly apart: readonly string[];
}

/**
 * Serves built pages: the files of the folder, packed as `.br` or `.gz` where such a file lies beside them, and the page for every other
 * address. Passes on what is apart, what asks for a file that is not there, and everything but GET and HEAD. A folder that is not there yet is
 * looked for again with each request.
 */
export function builtPages({ folder, page, apart }: PagesPlace): PagesHandler {
  let serve: PagesHandler | undefined;
  return (request, response, next) => {
    const path = pathOf(request);
    if (!isRead(request) || apart.some((above) => path === above || path.startsWith(`${above}/`))) {
      next();
      return;
    }
    serve ??= existsSync(join(folder, page)) ? sirv(folder, OPTIONS) : undefined;
    const isForFile = isFile(path);
    if (!isForFile) request.url = `/${page}`;
    if (serve !== undefined) serve(request, response, next);
    else if (isForFile) next();
    else sayNotBuilt(response);
  };
}

const OPTIONS = { etag: true, gzip: true, brotli: true, setHeaders } as const;

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
