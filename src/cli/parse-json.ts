export type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

/** Reads UTF-8 bytes as JSON; `why` completes "it ...". */
export const parseJson = (bytes: Uint8Array): Json => {
  const text = decode(bytes);
  if (text === null) return { ok: false, why: 'is not UTF-8' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: `is not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
};

export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a);

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
