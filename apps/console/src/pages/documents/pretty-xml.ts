import { xmlTokens } from './xml-tokens.js';

/** No line of people is this long; contents of attachments are. */
const LONGEST_TEXT = 400;

type Cut = (characters: number) => string;

/** What is laid out so far. `open` is the element whose line may still take its text and its end. */
interface Layout {
  readonly lines: string[];
  depth: number;
  open: { readonly line: number; readonly name: string } | undefined;
}

/** XML with a line for each element and its depth shown by indentation. Long texts are cut, `cut` says by how many characters. Any text is taken, well-formed or not. */
export function prettyXml(xml: string, cut: Cut): string {
  const layout: Layout = { lines: [], depth: 0, open: undefined };
  for (const token of xmlTokens(xml)) {
    if (token.trim() === '') continue;
    if (token.startsWith('</')) layEnd(layout, token);
    else if (isOpening(token)) layBeginning(layout, token);
    else layRest(layout, shortened(token.trim(), cut));
  }
  return layout.lines.join('\n');
}

function layBeginning(layout: Layout, token: string): void {
  layout.lines.push(indented(layout.depth, token));
  layout.open = { line: layout.lines.length - 1, name: nameOf(token) };
  layout.depth += 1;
}

/** An element without elements in it stays on its line. */
function layEnd(layout: Layout, token: string): void {
  layout.depth = Math.max(layout.depth - 1, 0);
  if (layout.open?.name === nameOf(token)) layout.lines[layout.open.line] += token;
  else layout.lines.push(indented(layout.depth, token));
  layout.open = undefined;
}

function layRest(layout: Layout, text: string): void {
  if (layout.open !== undefined && !text.startsWith('<')) layout.lines[layout.open.line] += text;
  else {
    layout.lines.push(indented(layout.depth, text));
    layout.open = undefined;
  }
}

function nameOf(token: string): string {
  return /^<\/?([^\s/>]+)/.exec(token)?.[1] ?? '';
}

function isOpening(token: string): boolean {
  return /^<[^?!]/.test(token) && !token.endsWith('/>');
}

function indented(depth: number, text: string): string {
  return '  '.repeat(depth) + text;
}

function shortened(text: string, cut: Cut): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT / 2)}${cut(text.length - LONGEST_TEXT)}${text.slice(-LONGEST_TEXT / 2)}`;
}
