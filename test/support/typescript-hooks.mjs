import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ROOT = new URL('../../', import.meta.url);

/** `#lib` leads to the lib's source, `./x.js` from a source leads to `./x.ts`. */
export function resolve(specifier, context, next) {
  if (/^#\w+$/.test(specifier)) {
    return { url: new URL(`libs/${specifier.slice(1)}/src/index.ts`, ROOT).href, shortCircuit: true };
  }
  const fromSource = context.parentURL?.endsWith('.ts') === true;
  if (fromSource && /^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier.replace(/\.js$/, '.ts'), context);
  return next(specifier, context);
}

/** Strips the types of a source. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
