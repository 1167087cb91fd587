import { join } from 'node:path';
import { agencyConfig } from './agency-config.js';
import { processEnvironment } from './environment.js';
import { optional } from './fields.js';
import { EnvironmentReader, type Environment } from './reading.js';
import { FILE } from './server-settings.js';

/** What a system needs to enrol itself, and where it keeps the secret it gets. */
export interface SelfEnrolment {
  readonly name: string;
  readonly codes: readonly string[];
  readonly hubUrl: string;
  /** Holds the token that lets systems enrol themselves. */
  readonly tokenFile: string;
  /** In the system's own folder. */
  readonly secretFile: string;
}

/** Stands for the secret that enrolment will bring, so that everything else is checked before. */
const TO_COME = 'to-come-by-enrolment';

/** Undefined for a system that is given its secret, or no token. Throws ConfigurationError naming every wrong value of the agency at once. */
export function selfEnrolment(environment: Environment = processEnvironment()): SelfEnrolment | undefined {
  const reader = new EnvironmentReader(environment);
  const tokenFile = reader.read('ENROLMENT_TOKEN_FILE', optional(FILE));
  const isGiven = [environment['SYSTEM_SECRET'], environment['SYSTEM_SECRET_FILE']].some((text) => text?.trim());
  if (tokenFile === undefined || isGiven) return undefined;
  const { systemName: name, codes, hubUrl, systemFolder } = agencyConfig({ ...environment, SYSTEM_SECRET: TO_COME });
  return { name, codes, hubUrl, tokenFile, secretFile: join(systemFolder, 'secret') };
}
