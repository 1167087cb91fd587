const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7/;

/**
 * When the id of a document was made, in epoch milliseconds: a uuid v7 begins with them. A hub makes it when it reads the document, so it is
 * acceptance by a real clock, also where the document says that it plays at another time. Undefined for an id of another kind.
 */
export function madeAt(id: string): number | undefined {
  const [, high, low] = UUID_V7.exec(id) ?? [];
  return high === undefined || low === undefined ? undefined : Number.parseInt(high + low, 16);
}
