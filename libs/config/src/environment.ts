import { type Environment } from './reading.js';

/** The environment of this process, read here and nowhere else in the project. */
export function processEnvironment(): Environment {
  return process.env;
}

/** A copy of the environment for a child process; what it must see differently is laid over it. */
export function inheritedEnvironment(over: Environment = {}): Record<string, string> {
  const entries = Object.entries({ ...process.env, ...over });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
