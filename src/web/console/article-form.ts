import type { PushRequest } from '../../desk/desk.ts';

/** What stands in the fields of the article form; every one is text. */
export interface ArticleFields {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** A page that was read or pasted; an editor who writes text leaves it out. */
  readonly html: string;
  readonly summary: string;
  readonly language: string;
  readonly section: string;
  readonly image: string;
  readonly tags: string;
  readonly publishedAt: string;
  /** Only a correction keeps it; a push has its own box. */
  readonly priority: string;
}

export interface PushFields {
  readonly article: ArticleFields;
  readonly to: readonly string[];
  readonly breaking: boolean;
  /** `YYYY-MM-DDTHH:MM`, in the editor's own time. */
  readonly at: string;
  /** Minutes east of UTC, from the page's script; without one the time is read as UTC. */
  readonly zone: string;
}

/** A parsed form: a field that is given several times is a list. */
export type Form = Readonly<Record<string, unknown>>;

const names = [
  'id',
  'url',
  'title',
  'text',
  'html',
  'summary',
  'language',
  'section',
  'image',
  'tags',
  'publishedAt',
  'priority',
] as const;

export const readText = (form: Form, name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
};

export const readFields = (form: Form): ArticleFields =>
  Object.fromEntries(names.map((name) => [name, readText(form, name)])) as Record<(typeof names)[number], string>;

export const readPushFields = (form: Form): PushFields => ({
  article: readFields(form),
  to: [form.to].flat().filter((id): id is string => typeof id === 'string' && id !== ''),
  breaking: readText(form, 'breaking') !== '',
  at: readText(form, 'at'),
  zone: readText(form, 'zone'),
});

/** Fills the form from an article object; what is no text is written as text. */
export const fillFields = (article: object): ArticleFields =>
  readFields(
    Object.fromEntries(
      Object.entries(article).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
  );

/** As one types: without a text the desk would fetch the page at every letter, and half an address is no fault yet. */
export const trimForTyping = (fields: ArticleFields): ArticleFields => {
  const { text, html, url } = fields;
  const whole = /^https?:\/\//i.test(url) && URL.canParse(url);
  return whole && (text || html) ? fields : { ...fields, url: '' };
};

/** The article object of the contract; empty fields are left out. */
export const toArticle = ({ tags, ...fields }: ArticleFields): Record<string, unknown> => {
  const list = tags.split(',').map((tag) => tag.trim());
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    ...(tags === '' ? {} : { tags: list.filter(Boolean) }),
  };
};

export const toPushRequest = ({ article, to, breaking, at, zone }: PushFields): PushRequest => ({
  article: toArticle(article),
  ...(to.length === 0 ? {} : { to }),
  ...(breaking ? { breaking } : {}),
  ...(at === '' ? {} : { at: withOffset(at, Number(zone) || 0) }),
});

const withOffset = (local: string, minutes: number): string => {
  const part = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`;
  return `${local.length === 16 ? `${local}:00` : local}${offset}`;
};

/** The article object in pasted JSON: bare, or within an event; null: it is none. */
export const readPastedArticle = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const inner = (value as { article?: unknown }).article;
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : value;
  } catch {
    return null;
  }
};
