import { AxisError } from './errors/axis-error.js';

/** The name of a connected system, as it logs in and as its inbox is called. Whoever holds one holds a well-formed one. */
export type SystemName = string & { readonly __brand: 'SystemName' };

const SHAPE = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const LONGEST = 63;

/** Reads a system name: lower-case letters, digits, single dots and hyphens inside, at most 63 characters, not ending in `.urgent` (the name of the urgent inbox). Throws SYSTEM_NAME_MALFORMED. */
export function parseSystemName(text: string): SystemName {
  if (!isSystemName(text)) throw new AxisError('SYSTEM_NAME_MALFORMED', { text });
  return text;
}

/** Whether the text is a system name as it stands. */
export function isSystemName(text: string): text is SystemName {
  return text.length <= LONGEST && SHAPE.test(text) && text !== 'urgent' && !text.endsWith('.urgent');
}
