/**
 * The recipients of one system in a `x-truc-for` header. A broadcast names those of 93 systems to each of them, and reading all of it for every
 * copy would be a twentieth of the simulator's work; so only the system's own list is looked for and read.
 */
export function addresseesAt(system: string, header: string): string[] {
  const name = `${JSON.stringify(system)}:[`;
  const found = header.indexOf(name);
  if (found === -1) return [];
  const begin = found + name.length - 1;
  return JSON.parse(header.slice(begin, header.indexOf(']', begin) + 1)) as string[];
}
