/** One event of a `text/event-stream`: its data lines joined by newlines. */
export interface ServerSentEvent {
  readonly id: string | undefined;
  readonly name: string;
  readonly data: string;
}

/** Reads server-sent events as they come; comments (heartbeats) are skipped. Ends when the stream ends. (WHATWG HTML, 9.2) */
export async function* readEventStream(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let lines: string[] = [];
  for await (const line of readLines(stream)) {
    if (line !== '') {
      lines.push(line);
      continue;
    }
    const event = eventOf(lines);
    lines = [];
    if (event !== undefined) yield event;
  }
}

async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function eventOf(lines: readonly string[]): ServerSentEvent | undefined {
  const fields = lines.filter((line) => !line.startsWith(':')).map(fieldOf);
  const data = fields.filter(({ name }) => name === 'data').map(({ value }) => value);
  if (data.length === 0) return undefined;
  const last = (wanted: string): string | undefined => fields.findLast(({ name }) => name === wanted)?.value;
  return { id: last('id'), name: last('event') ?? 'message', data: data.join('\n') };
}

function fieldOf(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  if (colon < 0) return { name: line, value: '' };
  return { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, '') };
}
