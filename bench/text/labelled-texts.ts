/** Headlines and sentences written for this bench, by their language. */
export const labelledTexts: Readonly<Record<string, readonly string[]>> = {
  ru: [
    'В Шеки открыли библиотеку в старой фабрике',
    'Завтра в столице ожидается дождь и сильный ветер',
    'Автобусы на побережье пойдут каждые десять минут',
    'Учёные нашли на дне озера лодку бронзового века',
    'Цены на хлеб не изменятся до конца года, обещают пекари',
    'Сборная по шахматам вернулась домой с двумя медалями',
  ],
  az: [
    'Şəkidə köhnə fabrikdə kitabxana açılıb',
    'Sabah paytaxtda yağış və güclü külək gözlənilir',
    'Sahilə avtobuslar hər on dəqiqədən bir gedəcək',
    'Alimlər gölün dibində tunc dövrünün qayığını tapıblar',
    'Çörəyin qiyməti ilin sonuna qədər dəyişməyəcək',
    'Şahmat üzrə yığma komanda iki medalla qayıdıb',
  ],
  tr: [
    'Eski fabrikada yeni bir kütüphane açıldı',
    'Yarın başkentte yağmur ve kuvvetli rüzgar bekleniyor',
    'Sahile giden otobüsler on dakikada bir kalkacak',
    'Bilim insanları gölün dibinde tunç çağından bir tekne buldu',
    'Ekmek fiyatları yıl sonuna kadar değişmeyecek',
    'Satranç milli takımı iki madalya ile eve döndü',
  ],
  en: [
    'A library opens in the old silk mill',
    'Rain and strong wind are expected in the capital tomorrow',
    'Buses to the coast will run every ten minutes',
    'Divers have found a boat from the Bronze Age in the lake',
    'The price of bread will not change until the end of the year',
    'The chess team came home with two medals',
  ],
};
