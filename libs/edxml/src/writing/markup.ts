/** An element that has something inside. */
interface Element {
  /** Its name with attributes. */
  readonly tag: string;
  readonly name: string;
  readonly inside: Markup;
}

/** Fields, each a line, and elements around them. */
export type Markup = readonly (string | Element)[];

const PREFIX = 'edXML:';

/** An element with its contents. Nothing inside, nothing written. */
export function element(name: string, inside: Markup, attributes = ''): Markup {
  return inside.length === 0 ? [] : [{ name, tag: name + attributes, inside }];
}

/** A field with its text, on one line. `prefix` is that of the namespace, with its colon. */
export function field(name: string, text: string, prefix = PREFIX): string {
  return `<${prefix}${name}>${escaped(text)}</${prefix}${name}>`;
}

/** The field, or nothing when there is no value. */
export function optional(name: string, value: string | number | undefined, prefix = PREFIX): readonly string[] {
  return value === undefined ? [] : [field(name, String(value), prefix)];
}

/** A list of fields inside an element of its own, or nothing when it is empty. */
export function texts(list: string, name: string, values: readonly string[]): Markup {
  return element(
    list,
    values.map((value) => field(name, value)),
  );
}

/** The text of the markup: a line each, `indent` before it and two blanks more for every element around it. */
export function lines(markup: Markup, indent: string): string {
  let text = '';
  for (const each of markup) {
    if (typeof each === 'string') text += `${indent}${each}\n`;
    else {
      const inside = lines(each.inside, `${indent}  `);
      text += `${indent}<${PREFIX}${each.tag}>\n${inside}${indent}</${PREFIX}${each.name}>\n`;
    }
  }
  return text;
}

/** What XML 1.0 cannot hold at all: control characters and halves of surrogate pairs. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Every text with something to escape or unwritable matches; it is looked for at once, since hardly any has. */
const UNUSUAL = /[^\t\n\u0020-%'-;=?-\ud7ff\ue000-\ufffd]/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** The text as XML can hold it; a character that XML has no way to write becomes U+FFFD. */
function escaped(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character).replace(UNWRITABLE, '\ufffd');
}
