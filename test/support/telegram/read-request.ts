import type { IncomingMessage } from 'node:http';
import { readMultipart } from './multipart.ts';
import { isRecord, type Params } from './params.ts';
import { badRequest, Refusal } from './refusal.ts';

const LARGEST_BODY = 50 * 1024 * 1024;

/** Reads query and body, in any of the encodings that the Bot API takes. */
export const readRequest = async (request: IncomingMessage, query: URLSearchParams): Promise<Params> => {
  const body = await readBody(request);
  const fromQuery = Object.fromEntries(query);
  if (body.length === 0) return { values: fromQuery, files: new Map() };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = readMultipart(body, type);
    if (form === null) throw badRequest("can't parse multipart body");
    const fields = Object.fromEntries([...form.fields].map(([name, value]) => [name, decode(value)]));
    return { values: { ...fromQuery, ...fields }, files: form.files };
  }
  const text = decode(body);
  const values = type.startsWith('application/json')
    ? parseObject(text)
    : Object.fromEntries(new URLSearchParams(text));
  return { values: { ...fromQuery, ...values }, files: new Map() };
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size > LARGEST_BODY) throw new Refusal(413, 'Request Entity Too Large');
  return Buffer.concat(chunks);
};

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badRequest('strings must be encoded in UTF-8');
  }
};

const parseObject = (text: string): Readonly<Record<string, unknown>> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (!isRecord(value)) throw badRequest('JSON object expected');
  return value;
};
