import { StreamableFile } from '@nestjs/common';

const TYPE = 'application/json; charset=utf-8';
const [OPEN, CLOSE] = [Buffer.from(',"items":'), Buffer.from('}')];

/** Lists as they were written; gone with the list. */
const written = new WeakMap<readonly unknown[], Buffer>();

/** The answer `{...head, items}` as JSON. Writing thousands of items takes longer than counting them, so a list that is kept is written once. */
export function withKeptItems(head: Readonly<Record<string, unknown>>, items: readonly unknown[]): StreamableFile {
  const list = written.get(items) ?? Buffer.from(JSON.stringify(items));
  written.set(items, list);
  const begun = Buffer.from(JSON.stringify(head).slice(0, -1));
  return new StreamableFile(Buffer.concat([begun, OPEN, list, CLOSE]), { type: TYPE });
}
