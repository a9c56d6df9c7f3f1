/** The lower-cased primary subtag of a BCP 47 tag (`ru` of `ru-RU`, `und` where nobody can tell); null if the text is no such tag. */
export const primaryLanguage = (tag: string): string | null => {
  try {
    // V8 gives no language at all for "und".
    const language = new Intl.Locale(tag.trim().replaceAll('_', '-')).language || 'und';
    // Four letters and more are valid to Intl, but no such code is registered: "russian" is a name.
    return language.length <= 3 ? language : null;
  } catch {
    return null;
  }
};
