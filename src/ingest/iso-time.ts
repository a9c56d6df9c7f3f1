const isoTime = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/i;

/** ISO 8601 with an offset, written the one way that every reader knows; null if it is anything else. */
export const normalizeIsoTime = (text: string): string | null => {
  const [, year, month, day, time, offset] = isoTime.exec(text.trim()) ?? [];
  if (!year || !month || !day || !time || !offset) return null;
  // Date.parse takes 30 February for 1 March.
  if (Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return null;
  const written = `${year}-${month}-${day}T${time}${writeOffset(offset)}`;
  return Number.isNaN(Date.parse(written)) ? null : written;
};

const writeOffset = (offset: string): string => {
  if (offset.toUpperCase() === 'Z') return 'Z';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
};
