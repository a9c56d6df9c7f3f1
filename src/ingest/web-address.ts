const longest = 4_096;

/** Whether a text is an absolute http(s) address that may be shown to readers: no credentials, nothing invisible. */
export const isWebAddress = (text: string): boolean => {
  if (text.length > longest || /[\s\p{Cc}<>"]/u.test(text)) return false;
  // `new URL` would take "https:/host" and "https:host" as well.
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
};
