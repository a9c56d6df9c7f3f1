/** What a person typed or pasted to name a post: its id, or its link, which ends with the id. */
export const namePost = (typed: string | null): { readonly messageId: string | null; readonly link: string | null } => {
  const text = typed?.trim() ?? '';
  if (!/^https?:\/\//i.test(text)) return { messageId: text || null, link: null };
  const [address = ''] = text.split(/[?#]/);
  return { messageId: address.replace(/\/+$/, '').split('/').at(-1) ?? null, link: address };
};
