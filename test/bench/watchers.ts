/* As many open consoles as it is told: each holds the live overview open and reads what comes. */
const [url = '', token = '', count = '50'] = process.argv.slice(2);

await Promise.all(Array.from({ length: Number(count) }, watch));
process.send?.({ ready: true });

/** Resolves with the first event; reads on until the hub ends the stream. */
async function watch(): Promise<void> {
  const response = await fetch(`${url}/api/v1/overview/live`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok || response.body === null) throw new Error(`${response.status}: ${await response.text()}`);
  const reader = response.body.getReader();
  await reader.read();
  void readOn(reader);
}

async function readOn(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let over = false; !over;) over = (await reader.read()).done;
}
