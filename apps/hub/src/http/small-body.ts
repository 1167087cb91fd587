import { AxisError } from '#core';

/** Holds bytes that are few by their nature. @throws AxisError BODY_TOO_LARGE past `limit`, and what `chunks` throws */
export async function smallBody(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of chunks) {
    bytes += piece.byteLength;
    if (bytes > limit) throw new AxisError('BODY_TOO_LARGE', { bytes, limit });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
