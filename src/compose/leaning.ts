/** English: "it" points ahead, not back: "It has been said that ...", "It took ten days to ...". */
const pointsAhead =
  ' (?:is|was|has been|had been|seems|appears) (?!(?:an?|the|one|its|his|her|their|our|my) )(?:\\p{L}+ ){1,3}that ' +
  '| (?:took|takes|has taken|will take) (?:\\S+ ){1,4}(?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:to|for|before) ';
/** Whom a standfirst means that leaves the rest to its headline: "The man was arrested ...". */
const knownFromHeadline =
  'The (?:\\d{1,2}-year-old|accident|attack|blaze|boy|couple|crash|collision|deceased|defendant|driver|girl|incident|man|pair|suspect|teenager|trio|victim|woman)' +
  '(?= (?:was|were|is|are|has|had|happened|occurred|took|died)\\s)';

/** Openings that lean on a sentence before; `Bu gün`, `This week` and, in Turkish, `Her` do not. */
const openings: readonly string[] = [
  // ru
  'Он|Она|Они|Оно|Его|Её|Ее|Их|Это|Этот|Эта|Эти|Об этом|К так\\p{L}+ вывод\\p{L}*|Такой вывод|В (?:ней|нем|нём|них)|Там|Тогда|При этом',
  'Однако|Также|Кроме того|Тем не менее|Поэтому|Потом|Затем|Но|А|И|Ему|Ей|По (?:его|её|ее|их) словам|Да(?=,)|Нет(?=,)',
  // en
  `He|She|They|It(?!${pointsAhead})|${knownFromHeadline}|His|Her(?![^.!?]*[ışğİ])|Their|But|And|However|These|That|So|Also`,
  'This(?! (?:week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|season))|Yes(?=,)|No(?=,)',
  // az, tr
  'O|Onlar|Onun|Bunu|Bu(?! (?:gün|il|ay|həftə|səhər|axşam|gecə|yıl|sabah|akşam|hafta))|Lakin|Ancak|Ama|Fakat|Həmçinin|Ayrıca',
  'Bəli(?=,)|Xeyr(?=,)|Evet(?=,)|Hayır(?=,)',
  // de
  'Er|Sie|Es|Aber|Und|Doch',
];

/** A sentence that begins like this leans on one before it. */
export const leaning = new RegExp(`^(?:${openings.join('|')})(?=[\\s,])`, 'u');

export const greeting =
  /^(?:Добр(?:ый|ое) (?:день|вечер|утро)|Здравствуйте|Привет(?:ствуем)?|Hər vaxtınız|Salam|Sabahınız|Merhaba|Günaydın|İyi (?:günler|akşamlar)|Good (?:morning|afternoon|evening)|Hello|Hi|Welcome (?:to|back))(?=[\s,!.])/u;
