import { AxisError } from '#core';
import { agencyConfig, ConfigurationError, inheritedEnvironment, selfEnrolment } from '#config';
import { ownSecret } from '#wire';
import { startAgency } from './start-agency.js';

try {
  const enrolment = selfEnrolment();
  const secret = enrolment === undefined ? {} : { SYSTEM_SECRET: await ownSecret({ ...enrolment, poll: false }) };
  const agency = await startAgency(agencyConfig(inheritedEnvironment(secret)));
  const stop = (): void => {
    void agency.close().then(() => process.exit(0));
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
