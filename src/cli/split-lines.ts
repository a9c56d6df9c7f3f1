/** `bytes` is null if the line is longer than allowed; what it held was not kept. */
export interface Line {
  /** 1 for the first. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const newline = 0x0a;

/** The lines of a stream, one at a time; never holds more than one line and one chunk. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;

  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const endLine = (): Line => {
    const line = { number: ++number, bytes: size > maxBytes ? null : Buffer.concat(parts) };
    parts = [];
    size = 0;
    return line;
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end));
      yield endLine();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (size > 0) yield endLine();
}
