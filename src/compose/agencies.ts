/** Agencies and the like as they sign, without case endings; a longer name stands before its part. */
const known =
  'АЗЕРТАДЖ|АЗЕРТАГ|AZƏRTAC|AZERTAC|AZERTAG|APA|Trend|Тренд|АПА|Report|Репорт|Turan|Туран|Day\\.Az|Минвал|Oxu\\.az|' +
  'РИА[ -]Новости|РИА|ИТАР[ -]ТАСС|ТАСС|Интерфакс[\\p{L}-]*|Interfax|REGNUM|РЕГНУМ|ИА REGNUM|(?:ИА )?Регнум|РБК|ПРАЙМ|(?:ИА |РИА )?PrimaMedia|Росбалт|УНИАН|Укринформ|УНН|Sputnik(?: \\p{Lu}\\p{L}+)?|RIA Novosti|TASS|' +
  'Reuters|Рейтер|Agence France[- ]Presse|AFP|Associated Press|AP|АР|Bloomberg|Блумберг|Xinhua|Синьхуа|Anadolu(?: Ajansı| Agency)?|AA|Анадолу|DHA|İHA|IHA|ANKA|DPA|dpa|ANSA|EFE|PAP|IANS|ANI|PTI|UPI|CNN|BBC(?: News)?|Би-би-си|Deutsche Welle|IRNA|ИРНА|Kyodo|Yonhap|LETA|BNS|БЕЛТА|BelTA|Казинформ|Kazinform|Press Association|Europa Press|SID|KNA|epd|AFX';

const exact = new RegExp(`^(?:${known})$`, 'iu');
const wrapped = /^[«"“„]([^«»"“”„]{2,40})[»"”“]$/u;
const announcer =
  '(?:информационно[ем]\\p{Ll}* )?(?:[Аа]гентств[оау]м?|[Ии]нформагентств[оау]м?|ИА|[Гг]азет[аеуы]|[Ии]здани[еюя]|[Тт]елеканал\\p{Ll}?|[Пп]ортал\\p{Ll}?|[Сс]айт\\p{Ll}?|[Жж]урнал\\p{Ll}?|(?:[Tt]he )?(?:news )?agency|newspaper|Agentur)';
const announced = new RegExp(
  `^${announcer}\\s+(?:[«"“„]([^«»"“”„]{2,40})[»"”“]|(\\p{Lu}[\\p{L}\\d.&-]*(?: \\p{Lu}[\\p{L}\\d.&-]*){0,3}))$`,
  'u',
);
const site = /^[\p{L}\d-]{2,30}\.(?:az|ru|ua|com|com\.ua|org|net|info|tr|com\.tr|am|ge|kz|by|de|pl|tv|ру)$/iu;
/** Case endings that Azerbaijani and Turkish write after an apostrophe or a hyphen: AZƏRTAC-a, AA'nın. */
const ending = /[-'’]\p{Ll}{1,4}$/u;

/** Whoever works for it: "APA"nın Qərb bürosu, AZƏRTAC-ın müxbiri. */
const office = /^["“«„]?(.{2,30}?)["”»“]?[-'’]?n?[ıiuü]n(?:\s+\p{L}+){1,3}$/u;

/** The name to credit if a source is an agency or a publication, else null: a ministry or a person is part of the news. */
export const nameAgency = (source: string): string | null => {
  const full = source.trim().replace(/^(?:[Tt]he|[Аа]гентство)\s+(?=\p{Lu})/u, '');
  const employer = office.exec(full)?.[1] ?? '';
  if (exact.test(employer) || site.test(employer)) return employer;
  const name = exact.test(full) ? full : full.replace(ending, '');
  if (exact.test(name) || site.test(name)) return name;
  const match = announced.exec(name);
  return wrapped.exec(name)?.[1] ?? match?.[1] ?? match?.[2] ?? null;
};

/** Source of a pattern for a known agency's name. */
export const agencyPattern = `(?:${known})`;
