/** Where correspondents sit: only of these can a bare name before a mark be told from the subject of a sentence. */
const known =
  'Баку|Москва|Санкт-Петербург|Киев|Минск|Астана|Алматы|Ташкент|Бишкек|Душанбе|Ашхабад|Тбилиси|Ереван|Кишин[её]в|Анкара|Стамбул|Тегеран|Багдад|Дамаск|' +
  'Иерусалим|Тель-Авив|Каир|Лондон|Париж|Берлин|Брюссель|Рим|Мадрид|Вена|Женева|Варшава|Прага|Вашингтон|Нью-Йорк|Пекин|Токио|Сеул|Дели|Гянджа|Шуша|Ханкенди|Нахчыван|' +
  'Bakı|Moskva|Kiyev|Tiflis|Tbilisi|Yerevan|Ankara|İstanbul|İzmir|Tehran|Bağdad|London|Paris|Berlin|Brüssel|Vaşinqton|Nyu-York|Pekin|Gəncə|Şuşa|Xankəndi|Naxçıvan|' +
  'Baku|Moscow|St\\.? Petersburg|Kyiv|Kiev|Minsk|Astana|Almaty|Tashkent|Istanbul|Baghdad|Damascus|Beirut|Jerusalem|Tel Aviv|Cairo|Brussels|Rome|Madrid|Vienna|Geneva|' +
  'Warsaw|Prague|Washington(?: D\\.?C\\.?)?|New York|Los Angeles|Chicago|Toronto|Ottawa|Sydney|Beijing|Shanghai|Hong Kong|Tokyo|Seoul|Singapore|(?:New )?Delhi|Mumbai|Pune|Hyderabad|Kolkata|Chennai|Bengaluru|Bangalore|Ahmedabad|Lucknow|Thiruvananthapuram|Jaipur|Patna|Kochi|Guwahati|Srinagar|Bhopal|Nagpur|Chandigarh|Visakhapatnam|Karachi|Lahore|Dhaka|Colombo|Islamabad|Kabul|Nairobi|Tiflis|Londra|Moskova|Vaşington|Brüksel|Wien|Brüssel|Moskau|Warszawa';

/** Source of a pattern for the name of a city with correspondents, as a sentence or a dateline begins with it. */
export const cityPattern = `(?:${known}|${known.toUpperCase()})`;
