/** What `--only` names, each of them one of `all`; all of them when it is absent. */
export function chosen<T extends string>(only: readonly string[] | undefined, all: readonly T[]): readonly T[] {
  return only?.map((name) => oneOf(name, all)) ?? all;
}

function oneOf<T extends string>(name: string, all: readonly T[]): T {
  const found = all.find((each) => each === name);
  if (found === undefined) throw new Error(`--only takes ${all.join(' or ')}, once for each, not "${name}".`);
  return found;
}
