/* Where package.json's "imports" come from: `#core` is built from libs/core/src/index.ts. */
const { join } = require('node:path');
const { imports } = require('./package.json');

const source = (file) => join(__dirname, file.replace(/^\.\/dist\//, '').replace(/\.js$/, '.ts'));
const alias = Object.fromEntries(Object.entries(imports).map(([name, file]) => [`${name}$`, source(file)]));

module.exports = { resolve: { alias } };
