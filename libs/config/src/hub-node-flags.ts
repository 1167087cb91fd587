/**
 * Flags of Node for the hub, chosen with `npm run bench`. Left alone, Node collects old garbage so late that a busy hub holds half as much
 * memory again as it needs; the limit is far above that need, and a tighter one costs a third of the speed.
 */
export const HUB_NODE_FLAGS: readonly string[] = ['--max-old-space-size=512'];
