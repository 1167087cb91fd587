/**
 * Flags of Node for every program of the axis, chosen with `npm run bench -- --replay`. Node's threads that help to collect garbage take
 * a core that RabbitMQ, the store or another program is waiting for; one thread that does it alone needs less time in all.
 */
export const NODE_FLAGS: readonly string[] = ['--single-threaded-gc'];

/**
 * The hub's own besides. Left alone, Node collects old garbage so late that a busy hub holds half as much memory again as it needs; the limit
 * is far above that need, and a tighter one costs a third of the speed.
 */
export const HUB_NODE_FLAGS: readonly string[] = [...NODE_FLAGS, '--max-old-space-size=512'];
