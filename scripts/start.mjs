/* npm start: the whole axis on this machine, with one document sent up and down all four tiers. */
const [node, script, ...args] = process.argv;
process.argv = [node, script, 'up', '--foreground', '--demo', ...args];

await import('./truc.mjs');
