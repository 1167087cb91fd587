/*
 * Lets Node run the sources as they are: `node --import ./test/support/typescript.mjs some.ts`. For test servers and benchmarks that are started
 * outside Jest without a build before. Imports are resolved as Jest resolves them (jest.config.js).
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
