import { AxisError } from '#core';
import { ConfigurationError, hubConfig } from '#config';
import { startHub } from './start-hub.js';

try {
  const hub = await startHub(hubConfig());
  const stop = (): void => {
    void hub.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}

function explain(error: unknown): string {
  if (error instanceof AxisError) return `${error.code}: ${error.message} ${error.entry.remedy}`;
  return error instanceof Error ? error.message : String(error);
}
