/**
 * Flags of Node for the hub: keep its heap small. Left alone, Node collects old garbage so late that a busy hub holds twice
 * the memory it needs; measured with `npm run bench`, the flags cost no speed. 192 MB hold the directory many times over.
 */
export const HUB_NODE_FLAGS: readonly string[] = ['--max-old-space-size=192', '--max-semi-space-size=8'];
