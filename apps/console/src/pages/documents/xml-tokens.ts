/** What has an end of its own, whatever stands in it. */
const ENDS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** The tags, comments and texts of XML in one pass, nothing left out. What has no end is one text up to the last character. */
export function* xmlTokens(xml: string): Generator<string> {
  for (let at = 0; at < xml.length;) {
    const end = xml[at] === '<' ? endOfMarkup(xml, at) : xml.indexOf('<', at);
    const next = end === -1 ? xml.length : end;
    yield xml.slice(at, next);
    at = next;
  }
}

function endOfMarkup(xml: string, at: number): number {
  const [, mark] = ENDS.find(([begin]) => xml.startsWith(begin, at)) ?? [];
  if (mark === undefined) return endOfTag(xml, at);
  const end = xml.indexOf(mark, at);
  return end === -1 ? -1 : end + mark.length;
}

/** An attribute may contain `>`. */
function endOfTag(xml: string, from: number): number {
  const stop = /["'>]/g;
  stop.lastIndex = from;
  for (let found = stop.exec(xml); found !== null; found = stop.exec(xml)) {
    if (found[0] === '>') return found.index + 1;
    const quote = xml.indexOf(found[0], found.index + 1);
    if (quote === -1) return -1;
    stop.lastIndex = quote + 1;
  }
  return -1;
}
