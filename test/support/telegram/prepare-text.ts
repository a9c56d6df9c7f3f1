import { endOf, fixEntities } from './entities.ts';
import { findLinks } from './find-links.ts';
import type { Entity } from './port.ts';

export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** Entities whose data is not in the text keep the white space that they cover. */
const HIDDEN = new Set(['text_link', 'pre', 'code', 'custom_emoji', 'date_time']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that Telegram replaces
const BLANKED = /[\x00-\x09\x0b\x0c\x0e-\x1f]/g;
const REMOVED = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/g;

/**
 * The text as Telegram stores it (tdlib: fix_formatted_text): signs cleaned, white space trimmed
 * (in front only up to the first entity), links in plain sight found. An empty text means that
 * nothing was left.
 */
export const prepareText = (raw: Formatted): Formatted => {
  const cleaned = cleanSigns(raw);
  const inside = fixEntities(cleaned.entities.map((entity) => trimEntityStart(cleaned.text, entity)));
  const trimmed = trim({ text: cleaned.text, entities: inside });
  return { text: trimmed.text, entities: fixEntities([...trimmed.entities, ...findLinks(trimmed)]) };
};

/** Telegram counts code points, not UTF-16 units (tdlib: utf8_length). */
export const countSigns = (text: string): number => [...text].length;

const cleanSigns = ({ text, entities }: Formatted): Formatted => {
  const blanked = text.replace(BLANKED, ' ');
  const holes = [...blanked.matchAll(REMOVED)].map((hole) => hole.index);
  if (holes.length === 0) return { text: blanked, entities };
  const move = (offset: number): number => offset - holes.filter((hole) => hole < offset).length;
  return {
    text: blanked.replace(REMOVED, ''),
    entities: entities.map((entity) => ({
      ...entity,
      offset: move(entity.offset),
      length: move(endOf(entity)) - move(entity.offset),
    })),
  };
};

const trimEntityStart = (text: string, entity: Entity): Entity => {
  if (HIDDEN.has(entity.type)) return entity;
  const covered = text.slice(entity.offset, endOf(entity));
  const blank = covered.length - covered.replace(/^[ \n]+/, '').length;
  return { ...entity, offset: entity.offset + blank, length: entity.length - blank };
};

const trim = ({ text, entities }: Formatted): Formatted => {
  const end = text.replace(/[ \n]+$/, '').length;
  const firstEntity = entities[0]?.offset ?? end;
  const start = text.slice(0, Math.min(firstEntity, end)).match(/^[ \n]*/)?.[0].length ?? 0;
  return {
    text: text.slice(start, end),
    entities: entities
      .map((entity) => ({
        ...entity,
        offset: entity.offset - start,
        length: Math.min(endOf(entity), end) - entity.offset,
      }))
      .filter((entity) => entity.length > 0),
  };
};
