import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'dist', 'apps', 'console');

/** Smaller than a packet anyway. */
const WORTH_BYTES = 1024;

/** Writes `.gz` and `.br` beside every text of the build, so that the programs that serve it never compress. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async closeBundle() {
      const files = await readdir(OUT, { recursive: true });
      await Promise.all(
        files.filter((name) => /\.(js|css|html|svg)$/.test(name)).map((name) => compress(join(OUT, name))),
      );
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < WORTH_BYTES) return;
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
}

/** The hub that `npx vite apps/console` speaks to while somebody works on a page. */
const HUB = process.env['HUB_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: [
      // The door of core, from its source: what no page uses is left out.
      { find: '#core', replacement: join(ROOT, 'libs', 'core', 'src', 'index.ts') },
      // The packer of Excel files, without workers of its own making.
      { find: /^fflate$/, replacement: join(ROOT, 'apps', 'console', 'src', 'pages', 'reports', 'zip-at-once.ts') },
    ],
  },
  server: { proxy: { '/api': HUB, '/health': HUB } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    // Nothing in the pages as data: URLs, which the content security policy need not allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      // Directives for server rendering, which nobody does here.
      checks: { moduleLevelDirective: false },
      input: ['index.html', 'clerk.html'].map((name) => fileURLToPath(new URL(name, import.meta.url))),
    },
  },
  plugins: [compressed()],
});
