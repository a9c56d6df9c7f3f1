import { describe, expect, it } from '@jest/globals';
import { takeDateline } from '../../../src/compose/dateline.ts';

describe('takeDateline', () => {
  it.each([
    ['БАКУ, 5 мая - Открылась школа.', 'Открылась школа.', null],
    ['БАКУ, 5 мая — РИА Новости, Анна Белова. Открылась школа.', 'Открылась школа.', 'РИА Новости'],
    ['Баку. 5 мая. АЗЕРТАДЖ - Открылась школа.', 'Открылась школа.', 'АЗЕРТАДЖ'],
    ['Школа до открытия. Архивное фото БАКУ, 5 мая — РИА Новости. Открылась школа.', 'Открылась школа.', 'РИА Новости'],
    ['БАКУ /АЗЕРТАДЖ/ - Открылась школа.', 'Открылась школа.', 'АЗЕРТАДЖ'],
    ['Москва. 4 января. Открылась школа.', 'Открылась школа.', null],
    ['Bakı, 5 may, AZƏRTAC', '', 'AZƏRTAC'],
    ['ANKARA (AA) - Okul açıldı.', 'Okul açıldı.', 'AA'],
    ['BAKU, May 5 (Reuters) - A school has opened.', 'A school has opened.', 'Reuters'],
    ['New Delhi, Jan. 15: A school has opened.', 'A school has opened.', null],
    ['Jan. 17 (Bloomberg) -- A school has opened.', 'A school has opened.', 'Bloomberg'],
    ['(CNN) A school has opened.', 'A school has opened.', 'CNN'],
    ['(CNN)A school has opened.', 'A school has opened.', 'CNN'],
    ['NEW YORK--A school has opened.', 'A school has opened.', null],
    ['PUNE: A school has opened.', 'A school has opened.', null],
    ['- FULTON COUNTY, Pa. - A school has opened.', 'A school has opened.', null],
    ['Tirana, Albania (CNN) A school has opened.', 'A school has opened.', 'CNN'],
    ['Баку, 5 мая, 2026, 12:10 — ИА Регнум. Открылась школа.', 'Открылась школа.', 'ИА Регнум'],
    ['КОСМОДРОМ БАЙКОНУР /Казахстан/, 5 мая. /ТАСС/. Открылась школа.', 'Открылась школа.', 'ТАСС'],
    ['PAISLEY, Ore. - (Update: name of the head)', '', null],
    ['(Баку, 5 мая, «Заря-информ»). Открылась школа.', 'Открылась школа.', null],
    ['Ростовская область, 5 мая 2026. ZARYA24.RU. Открылась школа.', 'Открылась школа.', 'ZARYA24.RU'],
    ['LONDON — A school has opened.', 'A school has opened.', null],
    ['LONDON—A school has opened.', 'A school has opened.', null],
    ['Detroit – It’s a new school.', 'It’s a new school.', null],
    ['New York: Pupils have a new school.', 'Pupils have a new school.', null],
    ['DELHI: Pupils have a new school.', 'Pupils have a new school.', null],
    ['OTTAWA The school has opened.', 'The school has opened.', null],
    ['Баку. Тренд:', '', 'Тренд'],
    ['Bakı, APA. Məktəb açılıb.', 'Məktəb açılıb.', 'APA'],
    ['Baku/05.05.26/Turan: A school has opened.', 'A school has opened.', 'Turan'],
    ['Москва. Открылась школа.', 'Открылась школа.', null],
    ['05.05.2026 - Открылась школа.', 'Открылась школа.', null],
  ])('%s', (line, text, credit) => {
    expect(takeDateline(line)).toEqual({ text, credit });
  });

  it.each([
    'Баку - столица страны и её самый большой город.',
    'Москва – Пекин: поезд отправился в путь.',
    'Директор – Мэру: школа готова.',
    'Школа, 5 мая - день рождения директора.',
    'Bakı - Quba avtomobil yolunda məktəb açılıb.',
    'Москва – Казань – так называется трасса у школы.',
    '5 мая в городе открылась школа.',
    'США - за мирное решение.',
    '- МЧС готово, - сказал мэр.',
    'Anna Belova (27) won the race.',
  ])('leaves alone what is not a dateline: %s', (line) => {
    expect(takeDateline(line)).toEqual({ text: line, credit: null });
  });
});
