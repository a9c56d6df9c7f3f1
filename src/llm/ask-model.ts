import { z } from 'zod';

export interface ModelOptions {
  /** Where chat completions are asked for. It may be inside the house: ops named it, no article did. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  /** For the whole answer, to its last byte. */
  readonly timeoutMs: number;
}

export interface Prompt {
  readonly system: string;
  readonly user: string;
}

export type Answered =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string };

export type AskModel = (prompt: Prompt) => Promise<Answered>;

const maxBytes = 256 * 1024;

/** The part of a chat completion that we read, as OpenAI's API reference has it. */
const completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});

/** Asks an OpenAI-compatible API for one answer. Never throws, never follows a redirect, which would carry the key. */
export const createAskModel =
  ({ url, model, key, timeoutMs }: ModelOptions): AskModel =>
  async ({ system, user }) => {
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ];
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ model, messages, stream: false }),
      });
      if (response.ok) return readCompletion(await readAtMost(response, maxBytes));
      await response.body?.cancel();
      return failed(`the model answered ${response.status}`);
    } catch (error) {
      return failed(
        signal.aborted ? 'the model did not answer in time' : `the model cannot be reached${codeOf(error)}`,
      );
    }
  };

/** Null: it is longer. */
const readAtMost = async (response: Response, most: number): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const readCompletion = (body: string | null): Answered => {
  if (body === null) return failed('the answer of the model is too large');
  const parsed = completion.safeParse(parseJson(body));
  const choice = parsed.data?.choices[0];
  if (!choice) return failed('the model did not answer as the API has it');
  const end = choice.finish_reason ?? 'stop';
  return end === 'stop' ? { kind: 'answered', text: choice.message.content } : failed(`the answer was cut off: ${end}`);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What the system said, such as ` (ECONNREFUSED)`. */
const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? ` (${String(cause.code)})` : '';
};

const failed = (reason: string): Answered => ({ kind: 'failed', reason });
