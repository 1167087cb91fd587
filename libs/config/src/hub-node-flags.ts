/**
 * Flags of Node for the hub. Left alone, Node collects old garbage so late that a busy hub holds half as much memory again as
 * it needs. This limit is far above what it needs; measured with `npm run bench`, a tighter one costs a third of the speed.
 */
export const HUB_NODE_FLAGS: readonly string[] = ['--max-old-space-size=512'];
