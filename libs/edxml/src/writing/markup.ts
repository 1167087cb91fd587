/** Lines of markup, indented by two blanks a level. */
export type Markup = readonly string[];

const PREFIX = 'edXML:';

/** An element with its contents, one level deeper. Nothing inside, nothing written. */
export function element(name: string, inside: Markup, attributes = ''): Markup {
  if (inside.length === 0) return [];
  return [`<${PREFIX}${name}${attributes}>`, ...inside.map((line) => `  ${line}`), `</${PREFIX}${name}>`];
}

/** A field with its text, on one line. `prefix` is that of the namespace, with its colon. */
export function field(name: string, text: string, prefix = PREFIX): string {
  return `<${prefix}${name}>${escaped(text)}</${prefix}${name}>`;
}

/** The field, or nothing when there is no value. */
export function optional(name: string, value: string | number | undefined, prefix = PREFIX): Markup {
  return value === undefined ? [] : [field(name, String(value), prefix)];
}

/** A list of fields inside an element of its own, or nothing when it is empty. */
export function texts(list: string, name: string, values: readonly string[]): Markup {
  return element(
    list,
    values.map((value) => field(name, value)),
  );
}

/** What XML 1.0 cannot hold at all: control characters and halves of surrogate pairs. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** The text as XML can hold it; a character that XML has no way to write becomes U+FFFD. */
function escaped(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character).replace(UNWRITABLE, '\ufffd');
}
