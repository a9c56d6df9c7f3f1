/** What must never be shown. Kept apart from Config and Environment, so that those may be. */
export interface Secrets {
  /** May hold a password; null: Tellal brings its own Redis. */
  readonly redisUrl: string | null;
  readonly telegramBotToken: string | null;
  /** A first admin's token. */
  readonly apiToken: string | null;
  /** Of the language model that writes summaries; one in the house may need none. */
  readonly llmKey: string | null;
}

/** Every text that a log or an error must mask. */
export const listSecrets = ({ redisUrl, telegramBotToken, apiToken, llmKey }: Secrets): readonly string[] => {
  const values = [telegramBotToken, apiToken, llmKey, ...passwordsOf(redisUrl ?? '')];
  return values.filter((value) => value !== null);
};

/** As they stand in the URLs and, decoded, as Redis is told them. */
const passwordsOf = (urls: string): readonly string[] =>
  [...urls.matchAll(/:\/\/[^:/@,]*:([^/]+)@/g)].flatMap(([, password = '']) => [password, decode(password)]);

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
