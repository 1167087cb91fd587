/** Types of prepare.mjs, for the specs. */
export const ROOT: string;
export const OLDEST_NODE: readonly [number, number];
export function checkNode(version?: string): void;
export function isInstalled(root?: string): boolean;
export function isBuilt(root?: string): boolean;
export function prepare(options?: {
  root?: string;
  build?: boolean;
  log?: (line: string) => void;
  npm?: string;
  aptGet?: string;
}): Promise<void>;
