import { describe, expect, it } from '@jest/globals';
import { isCaption } from '../../../src/compose/captions.ts';
import { isNoise, opensOtherArticles } from '../../../src/compose/noise.ts';

describe('isNoise', () => {
  it.each([
    '28 апр., 2026 23:51 1009',
    '5 may 2026, 14:30',
    '05.05.2026',
    'Просмотров: 1500',
    'Baxış sayı: 312',
    'Published: May 5, 2026 at 10:15 am',
    'Анна Белова, 5 мая 2026',
    'Следите за новостями на нашем WhatsApp канале',
    'Подпишитесь на наш Telegram!',
    'На сайте используются cookies.',
    'Авторизуясь, вы соглашаетесь с правилами пользования сайтом.',
    'Авторизуйтесь или зарегистрируйтесь, чтобы оценивать материалы.',
    'By signing up, you agree to our terms.',
    'Перейти в Дзен Следите за нашими новостями в удобном формате Есть новость?',
    'Есть новость? Присылайте!',
    'Все важные новости — в канале «Вестник» в мессенджере',
    'Web sitemizde çerezler kullanılmaktadır.',
    'Поделиться в соцсетях',
    'Радуйтесь, подписавшись на один из наших каналов.',
    'Фото автора.',
    'Sign up or login to join the discussions!',
    'ДАННОЕ СООБЩЕНИЕ (МАТЕРИАЛ) СОЗДАНО ИНОСТРАННЫМ СРЕДСТВОМ МАССОВОЙ ИНФОРМАЦИИ.',
    'Ваш адрес email не будет опубликован.',
    'Подробности – у журналистов городского телевидения.',
    'Детали передает пресс-служба города.',
    'Репортаж Анны Беловой.',
    'Вратари: Белов – Роу.',
    'На снимке: мост утром.',
    'Your email address will not be published.',
    'Watch more of our videos on Screens!',
    'We’re sorry, this feature is currently unavailable.',
    'I’m a general reporter with the Herald.',
    'Anna Bell is a senior reporter with the Herald.',
    'by Anna Belova',
    'Published on herald.example at 22.00 GMT on Tuesday 10 January 2026.',
    'The Herald will continue to update this story.',
    'The post New bridge opens appeared first on City Herald.',
    'With files from The Canadian Press',
    'This is a developing story and will be updated.',
    'More to come.',
    'Send your news tips to news@herald.example.',
    'Reach Anna Bell at abell@herald.example.',
    'The author is a professor of history at the city university.',
    'Story continues below advertisement',
    'Already have an account? Log in.',
    'This material may not be published, broadcast, rewritten or redistributed.',
    'Запись Новый мост впервые появилась на Вестник.',
    'Новость дополняется.',
    'Присылайте свои новости на почту.',
    'Время чтения: 2 минуты.',
    'Xəbər yenilənir.',
    'Haberin tamamı için tıklayın.',
    'Share it with your friends!',
    'Be the first to know about new stories from the city.',
    'You’ll receive free e-mail news updates each time a new story is published.',
    'Never miss a story from the Herald, when you sign up.',
    'For more news of the bridge, visit our site.',
    'Sign in now to share your story.',
    'Click "Add" to publish.',
    'This story appears in the May issue of the Herald.',
    'Spoiler alert: the end is told below.',
    'The Herald has affiliate relationships with some shops.',
    'We only get commission on what you keep.',
    'About us Terms of Use Disclaimer Privacy Notice Contact Us',
    'When you purchase through links on our site, we may earn commission.',
    'A version appeared on p1 of the Herald on Monday.',
    'It was last modified at 01.44 on Tuesday.',
    'Notice: Undefined variable: o in include() (line 601 of /www/bridge.php).',
    'Please look at the time stamp on the story to see when it was last updated.',
    'Свяжитесь с нами',
    'Bizi Telegram-da izləyin',
    'Bizi takip edin!',
    'Abunə olun',
    'Paylaş',
    'Ardını oxu...',
    'Xəbərdə səhv var? Mətni seçib Ctrl+Enter düyməsini basın.',
    'Sıradaki haber: Köprü bakıma alınıyor',
    'HABERE YORUM KAT',
    'TÜM HAKLARI SAKLIDIR.',
    'UYARI: Küfür içeren yorumlar onaylanmaz.',
    'Metinler Haber Akış Sistemi üzerinden abonelere sunulur.',
    'Чтобы оставить комментарий, войдите на сайт.',
    'To send a link to this page, simply enter an address below.',
    'The message will include the name you gave us.',
    'Follow us on Facebook.',
    'Follow her @annabelova.',
    "Check out what's new today.",
    'The opinions expressed in this commentary are hers.',
    'Subscribe to our newsletter.',
    'Share this story',
    'Читайте также: Мост закроют на ремонт',
    'Həmçinin oxuyun: yeni məktəb',
    'İlgili Haberler',
    'Read more: the bridge',
    'Комментарии (5)',
    'Реклама',
    'Comments',
    'Автор: Анна Белова',
    'Müəllif: Anna Belova',
    'By Anna Belova',
    'By Anna Belova, Herald Staff',
    'Фото: Анна Белова',
    'Источник: Заря',
    '© 2026 Herald',
    'Все права защищены.',
    'Bütün hüquqlar qorunur.',
    'We use cookies to make the site better.',
    'При использовании материалов ссылка обязательна.',
    'Bu sitede çerez kullanılır.',
    'Чтобы прочитать материал полностью, оформите подписку.',
    'Try unlimited access for $1 for four weeks.',
    'Then $75 per month.',
    'We may earn a commission if you buy through links on this page.',
    "Editor's note: The age of the mayor was corrected.",
    'Herald writer Anna Belova contributed to this report.',
    'Голы: Алиев, 12, Мамедов, 55 (2:0).',
    'Goller: Dk. 12 Ali, Dk. 78 Veli.',
    'Шаг 1. Промойте рис.',
  ])('%s', (line) => {
    expect(isNoise(line)).toBe(true);
  });

  it.each([
    '28 апреля умер поэт.',
    'The writer has contributed a million to the bridge, the mayor said.',
    'Шагами по мосту прошли тысячи горожан.',
    'Реклама табака в стране запрещена с первого января этого года.',
    'Ответственность за взрыв взяла неизвестная группа.',
    'Фото погибших опубликовали родные.',
    'При использовании газа надо соблюдать осторожность.',
    'Разрешается въезд без визы.',
    'By early morning, the river had risen by two metres.',
    'Paylaşılan məlumata görə, yol bağlıdır.',
    'Saytda elan edilib ki, imtahan sabahdır.',
    'Telegram kanalında yazılan xəbər yalandır.',
    'WhatsApp channel owners can now see statistics.',
    'The copyright lawsuit was settled out of court.',
    'Published figures show that prices fell.',
    'Contact with the ship was lost after 120 minutes.',
    'More to come for those who wait, the mayor said.',
    'Продолжение следует за началом, сказал мэр.',
    'Материал собрали за четыре года.',
    'Подробности гибели поэта неизвестны.',
    'По материалам дела проходят трое.',
    'The mayor is a former editor of the Herald.',
    'For more than an hour the bridge stood open.',
    'The court may receive a percentage of the files today.',
    'Комментарии экспертов разошлись, и решение отложили на неделю.',
  ])('is not: %s', (line) => {
    expect(isNoise(line)).toBe(false);
  });
});

describe('opensOtherArticles', () => {
  it.each(['Другие новости раздела Политика', 'Читайте также:', 'Digər xəbərlər', 'Related stories', 'Комментарии'])(
    '%s',
    (line) => {
      expect(opensOtherArticles(line)).toBe(true);
    },
  );

  it('is not a sentence of an article', () => {
    expect(opensOtherArticles('Related costs rose by a third. The city will pay.')).toBe(false);
  });
});

describe('isCaption', () => {
  it.each([
    'Новый мост на закате (Фото: Анна Белова)',
    'The bridge at dusk. (Associated Press)',
    'The bridge at dusk. Photograph: Anna Belova',
    'Мост на закате / Анна Белова',
    'Мост на закате. Иллюстрация: herald.example',
    'The bridge is crowded. (CBC)',
    'Anna Belova, left, stands on the bridge with the mayor.',
    'The mayor is pictured with the engineer on the bridge.',
    'Reuters’s Anna Belova discusses what the bridge has cost.',
    `FILE - In this May 5, 2026 file photo the mayor waits. ${'The bridge was closed. '.repeat(20)}`,
    'Anna K. Belova in 2006.',
    'Where the crash took place. Pic: Street View',
    'The bridge at dawn. (Anna Belova photo)',
    'The bridge at dawn. (City News: Anna Belova)',
    'The road is closed. Stock image.',
    'Camera IconA new bridge was opened in Ganja.',
    'Anna Belova cries on the bridge in Ganja, Sunday, May 3, 2026.',
    'The mayor opens the bridgeImage source, Herald Media',
    'CLOSE The bridge has cost more than was planned. Herald',
  ])('%s', (line) => {
    expect(isCaption(line)).toBe(true);
  });

  it('is not a sentence that an agency signs', () => {
    expect(isCaption('Yeni okul bu sabah açıldı. (DHA)')).toBe(false);
    expect(isCaption('The shares of the bank rose by a third (NASDAQ: CITY).')).toBe(false);
    expect(isCaption('Курс доллара вырос и составил 35,4 руб./долл.')).toBe(false);
  });

  it('is not a sentence about photographs', () => {
    expect(isCaption('The photographer showed forty pictures of the bridge (2019 to 2024) in the town hall.')).toBe(
      false,
    );
  });
});
