interface Tongue {
  readonly language: string;
  readonly section: string;
  title(number: number): string;
  text(number: number): string;
}

const tongues: readonly Tongue[] = [
  {
    language: 'ru',
    section: 'Город',
    title: (n) => `Автобус №${n} пойдёт через новый мост`,
    text: (n) =>
      `С понедельника автобус №${n} пойдёт через новый мост, и дорога до вокзала сократится на двенадцать минут. ` +
      'Об этом сообщили в городском управлении транспорта.\n\n' +
      'Остановку у рынка перенесут ближе к скверу, где для пассажиров поставят навес и табло. ' +
      'Старый маршрут сохранят до конца месяца: по нему машины пойдут дважды в час. ' +
      `В управлении подсчитали, что каждый день автобусом ездят около ${n + 900} человек, а в праздники вдвое больше.`,
  },
  {
    language: 'az',
    section: 'Şəhər',
    title: (n) => `${n} nömrəli məktəbdə yeni kitabxana açılıb`,
    text: (n) =>
      `Şəhərdəki ${n} nömrəli məktəbdə yeni kitabxana açılıb, burada altı mindən çox kitab saxlanılır. ` +
      'Kitabxana həftənin altı günü, səhər doqquzdan axşam yeddiyə qədər işləyəcək.\n\n' +
      'Məktəbin müdiri bildirib ki, kitabların yarısını sakinlər özləri bağışlayıblar. ' +
      `Oxu zalında ${n % 40 || 40} yer var, uşaqlar üçün ayrıca guşə düzəldilib. ` +
      'Yayda isə həyətdə açıq havada mütaliə saatları keçiriləcək.',
  },
  {
    language: 'en',
    section: 'City',
    title: (n) => `Orchard ${n} opens its gates for the harvest weekend`,
    text: (n) =>
      `Orchard ${n} opens its gates on Saturday, and anyone who brings a basket may pick up to ten kilograms of apples. ` +
      'The growers expect the best harvest in five years after a mild spring.\n\n' +
      'Buses leave the main square every half hour, and the first one goes at eight. ' +
      `Last year ${n + 300} families came over two days, so the car park has been moved to the field behind the barn. ` +
      'Entry is free for children.',
  },
];

/** Event `number` of a newsroom that never was: a headline and a few hundred characters of text, each unlike the others. */
export const createEvent = (number: number) => {
  const { language, section, title, text } = tongues[number % tongues.length] as Tongue;
  const article = {
    id: `bench-${number}`,
    revision: 1,
    url: `https://herald.example/${language}/${number}`,
    language,
    section,
    title: title(number),
    text: text(number),
    publishedAt: '2026-05-12T09:40:00+04:00',
  };
  return { type: 'article.published', version: 1, article } as const;
};
