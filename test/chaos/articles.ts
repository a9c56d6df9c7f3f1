/** What a reader can tell an article and its revision by, in a headline. */
export interface Mark {
  readonly article: string;
  readonly revision: number;
}

const writeMark = ({ article, revision }: Mark): string => `${article}.${revision}`;

export const readMark = (text: string): Mark | null => {
  const [, article, revision] = /\b(\d{4})\.(\d)\b/.exec(text) ?? [];
  return article === undefined ? null : { article, revision: Number(revision) };
};

const pages = [
  {
    language: 'ru',
    title: (mark: string) => `Мост ${mark} открыли для машин`,
    text: (id: string) =>
      `Мост номер ${id} через реку открыли утром в понедельник. Первой по нему проехала скорая помощь. Ремонт длился девять месяцев.`,
  },
  {
    language: 'az',
    title: (mark: string) => `Kitabxana ${mark} qapılarını açdı`,
    text: (id: string) =>
      `Şəhərdə ${id} nömrəli üçmərtəbəli kitabxana qapılarını oxuculara açıb. Burada qırx min kitab var. Uşaqlar üçün ayrıca otaq da qurulub.`,
  },
  {
    language: 'en',
    title: (mark: string) => `Ferry ${mark} is back in the bay`,
    text: (id: string) =>
      `The old ferry number ${id} has returned to the bay after a winter in the dock. It carries two hundred people. The first crossing was free.`,
  },
] as const;

/** An invented article, as a newsroom puts it into an event. */
export const writeArticle = (order: number, revision: number, breaking: boolean) => {
  const article = articleId(order);
  const { language, title, text } = pages[order % pages.length] ?? pages[0];
  return {
    id: article,
    revision,
    language,
    url: `https://herald.example/${language}/${article}`,
    title: title(writeMark({ article, revision })),
    text: text(article),
    priority: breaking ? 'breaking' : 'normal',
  };
};

export const articleId = (order: number): string => String(order).padStart(4, '0');
