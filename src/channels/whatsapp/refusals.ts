/** WhatsApp publishes no limit for channels: 65,536 is that of a message, and 1,024 that of a caption in its business API. */
const longest = { text: 65_536, caption: 1_024 } as const;

/** Why a message is not even tried; WhatsApp Web takes some such and shows nothing. */
export const findFault = (text: string, picture: boolean): string | null => {
  const { length } = text.trim();
  const limit = picture ? longest.caption : longest.text;
  if (length === 0 && !picture) return 'the message is empty';
  return length > limit ? `the message is too long: ${length} characters, WhatsApp takes ${limit}` : null;
};
