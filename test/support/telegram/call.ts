import type { BotApi } from './port.ts';

/** An answer of the Bot API as it stands on the wire. */
export interface Wire {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly ok: boolean;
  readonly result: Readonly<Record<string, unknown>>;
  /** Null when it went well. */
  readonly description: string | null;
  readonly parameters: Readonly<Record<string, unknown>> | null;
}

/** Calls a method with a JSON body, without any client library. */
export const call = (
  api: BotApi,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
  signal?: AbortSignal,
): Promise<Wire> =>
  callRaw(api, method, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
    ...(signal ? { signal } : {}),
  });

/** Uploads a photo as a form. */
export const upload = (
  api: BotApi,
  params: Readonly<Record<string, string>>,
  photo: Uint8Array<ArrayBuffer>,
  filename = 'photo.png',
): Promise<Wire> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(params)) form.set(name, value);
  form.set('photo', new Blob([photo]), filename);
  return callRaw(api, 'sendPhoto', { method: 'POST', body: form });
};

export const callRaw = async (api: BotApi, path: string, init: RequestInit): Promise<Wire> => {
  const response = await fetch(`${api.url}bot${api.token}/${path}`, init);
  const body = JSON.parse(await response.text()) as Partial<Wire>;
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    ok: body.ok ?? false,
    result: body.result ?? {},
    description: body.description ?? null,
    parameters: body.parameters ?? null,
  };
};
