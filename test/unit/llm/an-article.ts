import type { Post } from '../../../src/article/post.ts';
import type { Source } from '../../../src/llm/find-fault.ts';

export const russian: Source = {
  headline: 'В Баку открыли новый мост через бухту',
  body:
    'Новый мост через Бакинскую бухту открылся в понедельник, сообщил министр транспорта Азербайджана Рашад Велиев. ' +
    'Его длина составляет 1 500 метров, строительство обошлось в 2,5 миллиона манатов и заняло три года. ' +
    'По словам министра, в первый день по мосту проехали 12 тысяч машин, а движение грузовиков начнётся с 1 июня. ' +
    'Жители Баку ждали открытия с 2021 года. Мэрия города обещает, что автобусы пойдут по мосту до конца недели.',
  language: 'ru',
};

export const azerbaijani: Source = {
  headline: 'Bakıda yeni körpü açıldı',
  body:
    'Bakı buxtası üzərində yeni körpü bazar ertəsi istifadəyə verilib. Bunu nəqliyyat naziri Rəşad Vəliyev bildirib. ' +
    'Körpünün uzunluğu 1500 metrdir, tikintisinə 2,5 milyon manat xərclənib və o, üç ilə başa gəlib. ' +
    'Nazirin sözlərinə görə, ilk gün körpüdən 12 min avtomobil keçib. Azərbaycan Respublikasının paytaxtında avtobuslar ' +
    'həftənin sonuna qədər körpüdən hərəkət edəcək.',
  language: 'az',
};

export const english: Source = {
  headline: 'Harbour bridge opens in Baku',
  body:
    'The new bridge over the harbour was opened to cars on Monday, transport minister Rashad Valiyev said. It is 1,500 ' +
    'metres long, cost $2.5 million and took three years to build. On the first day 12,000 cars crossed it. Trucks will ' +
    'follow on June 1, and the city hall of Baku promises buses by the end of the week.',
  language: 'en',
};

export const goodRussian =
  'Мост длиной 1500 метров строили три года, он обошёлся в 2,5 млн манатов. В первый день по нему проехали 12 тысяч машин, сообщил Рашад Велиев.';

export const postOf = ({ headline, language }: Source, changes: Partial<Post> = {}): Post => ({
  headline,
  summary: 'Собственные слова статьи.',
  link: 'https://news.example/ru/1009',
  image: null,
  credit: null,
  tags: [],
  section: null,
  language,
  breaking: false,
  confidence: 0.9,
  summaryBy: 'extract',
  ...changes,
});
