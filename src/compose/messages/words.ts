/** Our own words in a message; everything else is the newsroom's. */
export interface Words {
  readonly breaking: string;
  readonly readOn: string;
  /** Before the name of the agency that an article names. */
  readonly source: string;
  readonly withdrawn: string;
}

const english: Words = {
  breaking: '⚡️ Breaking',
  readOn: 'Read in full',
  source: 'Source:',
  withdrawn: 'This news was withdrawn by the editors.',
};

const byLanguage: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  [
    'ru',
    {
      breaking: '⚡️ Срочно',
      readOn: 'Читать полностью',
      source: 'Источник:',
      withdrawn: 'Эта новость снята с публикации редакцией.',
    },
  ],
  [
    'az',
    {
      breaking: '⚡️ Təcili',
      readOn: 'Ətraflı oxu',
      source: 'Mənbə:',
      withdrawn: 'Bu xəbər redaksiya tərəfindən geri götürülüb.',
    },
  ],
  [
    'tr',
    {
      breaking: '⚡️ Son dakika',
      readOn: 'Haberin devamı',
      source: 'Kaynak:',
      withdrawn: 'Bu haber yayın kurulu tarafından geri çekildi.',
    },
  ],
]);

/** Words in `language` (BCP 47), English where we have none. */
export const wordsFor = (language: string): Words =>
  byLanguage.get(language.toLowerCase().split('-')[0] ?? '') ?? english;
