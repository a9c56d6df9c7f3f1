import type { Entity } from './port.ts';

/** Outer before inner where two entities cover the same text (tdlib: get_type_priority). */
const ORDER = [
  'expandable_blockquote',
  'blockquote',
  'pre',
  'code',
  'text_link',
  'url',
  'email',
  'mention',
  'hashtag',
  'bot_command',
  'date_time',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'custom_emoji',
];
const STYLES = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler']);
const QUOTES = new Set(['blockquote', 'expandable_blockquote']);
const CODES = new Set(['pre', 'code']);

export const endOf = (entity: Entity): number => entity.offset + entity.length;

export const sortEntities = (entities: readonly Entity[]): readonly Entity[] =>
  [...entities].sort(
    (a, b) => a.offset - b.offset || b.length - a.length || ORDER.indexOf(a.type) - ORDER.indexOf(b.type),
  );

/** The entities as Telegram keeps them: one of a style, nothing inside code, no link inside a link. */
export const fixEntities = (entities: readonly Entity[]): readonly Entity[] => {
  const kept: Entity[] = [];
  for (const entity of sortEntities(entities.filter((each) => each.length > 0))) {
    const same = STYLES.has(entity.type) ? findLastIndex(kept, (each) => each.type === entity.type) : -1;
    const twin = kept[same];
    if (twin && entity.offset <= endOf(twin)) {
      kept[same] = { ...twin, length: Math.max(endOf(twin), endOf(entity)) - twin.offset };
    } else if (!kept.some((outer) => forbids(outer, entity))) kept.push(entity);
  }
  return sortEntities(kept);
};

const findLastIndex = (entities: readonly Entity[], test: (entity: Entity) => boolean): number =>
  entities.reduce((last, entity, index) => (test(entity) ? index : last), -1);

const forbids = (outer: Entity, inner: Entity): boolean => {
  if (inner.offset >= endOf(outer) || endOf(inner) <= outer.offset) return false;
  if (CODES.has(outer.type)) return true;
  const continuous = !STYLES.has(outer.type) && !QUOTES.has(outer.type);
  return continuous && !STYLES.has(inner.type);
};
