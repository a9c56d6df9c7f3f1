export interface Upload {
  readonly filename: string;
  readonly bytes: Buffer;
}

export interface Form {
  readonly fields: ReadonlyMap<string, Buffer>;
  readonly files: ReadonlyMap<string, Upload>;
}

const BREAK = Buffer.from('\r\n\r\n');

/** Reads a whole multipart body; null when it is not one. */
export const readMultipart = (body: Buffer, contentType: string): Form | null => {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  const fields = new Map<string, Buffer>();
  const files = new Map<string, Upload>();
  const parts = splitParts(body, Buffer.from(`--${boundary}`));
  if (parts === null) return null;
  for (const part of parts) {
    const headEnd = part.indexOf(BREAK);
    if (headEnd === -1) return null;
    const head = part.toString('utf8', 0, headEnd);
    const name = /[; ]name="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) return null;
    const content = part.subarray(headEnd + BREAK.length);
    const filename = /[; ]filename="([^"]*)"/i.exec(head)?.[1];
    if (filename === undefined) fields.set(name, content);
    else files.set(name, { filename, bytes: content });
  }
  return { fields, files };
};

const splitParts = (body: Buffer, delimiter: Buffer): readonly Buffer[] | null => {
  const parts: Buffer[] = [];
  let at = body.indexOf(delimiter);
  while (at !== -1) {
    const begin = at + delimiter.length;
    if (body.toString('latin1', begin, begin + 2) === '--') return parts;
    const next = body.indexOf(delimiter, begin);
    // Each part stands between two line ends that belong to the delimiters.
    if (next !== -1) parts.push(body.subarray(begin + 2, next - 2));
    at = next;
  }
  return null;
};
