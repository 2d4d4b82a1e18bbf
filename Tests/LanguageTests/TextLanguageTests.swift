import Language
import Testing

@Suite struct TextLanguageTests {
  /// A language and a text a line.
  private static func samples(_ table: String) -> [(language: String, text: String)] {
    table.split(separator: "\n").map { line in
      let cells = line.split(separator: "|", maxSplits: 1)
      return (String(cells[0].filter { $0 != " " }), String(cells[1]))
    }
  }

  /// Written for this test: two sentences of news each.
  static let others = samples(
    """
    es | Un fuerte terremoto sacudió la costa de Chile y dejó a miles de personas sin luz. Según las autoridades, no hay muertos, pero los daños son graves.
    es | UN FUERTE TERREMOTO SACUDIÓ LA COSTA DE CHILE Y DEJÓ A MILES DE PERSONAS SIN LUZ, SEGÚN LAS AUTORIDADES DEL PAÍS.
    pt | Um forte terremoto atingiu o litoral do Chile e deixou milhares de pessoas sem luz. Segundo as autoridades, não há mortos, mas os danos são graves.
    fr | Un puissant séisme a frappé la côte du Chili et privé d'électricité des milliers de personnes. Selon les autorités, il n'y a pas de morts dans la région.
    it | Un forte terremoto ha colpito la costa del Cile e ha lasciato migliaia di persone senza luce. Secondo le autorità non ci sono morti, ma i danni sono gravi.
    ro | Un cutremur puternic a lovit coasta statului Chile și a lăsat mii de oameni fără curent. Potrivit autorităților, nu sunt morți, dar pagubele sunt mari.
    ca | Un fort terratrèmol ha sacsejat la costa de Xile i ha deixat milers de persones sense llum. Segons les autoritats, no hi ha morts, però els danys són greus.
    de | Ein schweres Erdbeben hat die Küste von Chile erschüttert und Tausende von Menschen ohne Strom zurückgelassen. Nach Angaben der Behörden gibt es keine Toten, aber die Schäden sind groß.
    nl | Een zware aardbeving heeft de kust van Chili getroffen en duizenden mensen zitten zonder stroom. Volgens de autoriteiten zijn er geen doden, maar de schade is groot.
    sv | Ett kraftigt jordskalv har skakat Chiles kust och tusentals människor är utan el. Enligt myndigheterna finns det inga döda, men skadorna är stora och det kan bli värre.
    da | Et kraftigt jordskælv har ramt Chiles kyst, og tusindvis af mennesker er uden strøm. Ifølge myndighederne er der ingen døde, men skaderne er store, og det kan blive værre.
    no | Et kraftig jordskjelv har rammet kysten av Chile, og tusenvis av mennesker er uten strøm. Ifølge myndighetene er det ingen døde, men skadene er store etter skjelvet.
    fi | Voimakas maanjäristys on ravistellut Chilen rannikkoa, ja tuhannet ihmiset ovat ilman sähköä. Viranomaisten mukaan kuolleita ei ole, mutta vahingot ovat suuria, kun järistys oli voimakas.
    et | Tugev maavärin raputas Tšiili rannikut ja tuhanded inimesed on elektrita. Võimude sõnul ei ole hukkunuid, kuid kahjud on suured ning see oli aasta tugevaim.
    lv | Spēcīga zemestrīce satricināja Čīles piekrasti, un tūkstošiem cilvēku ir bez elektrības. Kā ziņo varas iestādes, bojāgājušo nav, bet postījumi ir lieli un tie vēl tiek vērtēti.
    lt | Stiprus žemės drebėjimas supurtė Čilės pakrantę ir tūkstančiai žmonių yra be elektros. Pasak valdžios, žuvusių nėra, bet nuostoliai yra dideli, kaip ir po to, kai buvo potvynis.
    pl | Silne trzęsienie ziemi nawiedziło wybrzeże Chile i tysiące ludzi jest bez prądu. Według władz nie ma zabitych, ale szkody są duże i to nie jest koniec, jak podano po południu.
    cs | Silné zemětřesení zasáhlo pobřeží Chile a tisíce lidí jsou bez proudu. Podle úřadů nejsou žádní mrtví, ale škody jsou velké a v noci se otřesy opakovaly.
    sk | Silné zemetrasenie zasiahlo pobrežie Čile a tisíce ľudí sú bez prúdu. Podľa úradov nie sú žiadni mŕtvi, ale škody sú veľké a v noci sa otrasy opakovali.
    sl | Močan potres je stresel obalo Čila in več tisoč ljudi je brez elektrike. Po podatkih oblasti ni mrtvih, a je škoda velika, saj so se sunki ponovili tudi v noči.
    hr | Snažan potres pogodio je obalu Čilea i tisuće ljudi su bez struje. Kako kažu vlasti, nema mrtvih, ali šteta je velika, a potresi su se ponovili i u noći.
    sq | Një tërmet i fuqishëm goditi bregun e Kilit dhe mijëra njerëz janë pa energji. Sipas autoriteteve nuk ka të vdekur, por dëmet janë të mëdha dhe kjo është vetëm një pjesë.
    hu | Erős földrengés rázta meg Chile partvidékét, és több ezer ember van áram nélkül. A hatóságok szerint nem volt halott, de a károk nagyon nagyok, és az utórengések is károkat okoztak.
    tr | Şili kıyılarını vuran güçlü bir deprem binlerce kişiyi elektriksiz bıraktı. Yetkililere göre ölü yok ancak hasar büyük ve bu bölgede daha çok sarsıntı olduğu için halk sokakta.
    az | Çili sahillərində güclü zəlzələ olub və minlərlə insan işıqsız qalıb. Rəsmilərin sözlərinə görə ölən yoxdur, ancaq ziyan çox böyükdür və bu il daha bir zəlzələ olub.
    id | Gempa kuat mengguncang pantai Cile dan ribuan orang tidak mendapat listrik. Menurut pihak berwenang tidak ada korban jiwa, tetapi kerusakan di kota itu sangat parah dan akan bertambah.
    ms | Gempa bumi kuat melanda pantai Chile dan ribuan orang tidak mendapat bekalan elektrik. Menurut pihak berkuasa tidak ada kematian, kata beliau, kerana bangunan di bandar itu telah diperkuat selepas gempa lalu.
    tl | Niyanig ng malakas na lindol ang baybayin ng Chile at libu-libong tao ang walang kuryente. Ayon sa mga awtoridad, walang namatay ngunit malaki ang pinsala sa mga gusali.
    vi | Một trận động đất mạnh đã làm rung chuyển bờ biển của Chile và hàng nghìn người không có điện. Theo chính quyền, không có người chết nhưng thiệt hại là rất lớn.
    sw | Tetemeko kubwa la ardhi limeikumba pwani ya Chile na maelfu ya watu hawana umeme. Kwa mujibu wa maafisa hakuna vifo, lakini hasara ni kubwa katika mji huo na vijiji vya karibu.
    so | Dhulgariir xoog badan ayaa ku dhuftay xeebta Chile oo kumannaan qof ayaa koronto la'aan ah. Sida ay sheegeen mas'uuliyiintu, cid ma dhiman, laakiin waxaa jira khasaare ka weyn kii hore.
    eu | Lurrikara indartsu batek Txileko kostaldea astindu du eta milaka pertsona argirik gabe daude. Agintarien arabera ez da hildakorik izan, baina kalteak handiak dira eta hori ez da dena.
    is | Öflugur jarðskjálfti reið yfir strönd Síle og þúsundir manna eru án rafmagns. Að sögn yfirvalda er enginn látinn en það er mikið tjón og hefur verið lýst yfir neyðarástandi.
    ru | Сильное землетрясение произошло у побережья Чили, и тысячи людей остались без света. По данным властей, погибших нет, но ущерб большой.
    uk | Сильний землетрус стався біля узбережжя Чилі, і тисячі людей залишилися без світла. За даними влади, загиблих немає, але збитки великі, що підтвердили після огляду.
    bg | Силно земетресение разтърси крайбрежието на Чили и хиляди хора са без ток. Според властите няма загинали, но щетите са големи и това не е краят.
    sr | Јак земљотрес погодио је обалу Чилеа и хиљаде људи су без струје. Према властима нема мртвих, али је штета велика, а потреси су се поновили.
    el | Ισχυρός σεισμός έπληξε την ακτή της Χιλής και χιλιάδες άνθρωποι έμειναν χωρίς ρεύμα.
    ar | ضرب زلزال قوي ساحل تشيلي وترك آلاف الأشخاص بلا كهرباء. وقال مسؤولون إن الأضرار كبيرة في المدينة من دون قتلى حتى الآن.
    fa | زلزله‌ای قوی ساحل شیلی را لرزاند و هزاران نفر بدون برق ماندند. به گفته مقامات کسی کشته نشده است اما خسارت‌ها زیاد است.
    ur | چلی کے ساحل پر شدید زلزلہ آیا اور ہزاروں افراد بجلی سے محروم ہو گئے۔ حکام کا کہنا ہے کہ کوئی ہلاک نہیں ہوا لیکن نقصان بہت ہے۔
    he | רעידת אדמה חזקה פקדה את חופי צ'ילה והותירה אלפי אנשים ללא חשמל. לדברי הרשויות אין הרוגים, אך הנזק גדול.
    hi | चिली के तट पर तेज़ भूकंप आया और हज़ारों लोग बिजली के बिना रह गए। अधिकारियों ने कहा कि कोई मरा नहीं है।
    bn | চিলির উপকূলে শক্তিশালী ভূমিকম্প আঘাত হেনেছে এবং হাজার হাজার মানুষ বিদ্যুৎহীন।
    ta | சிலியின் கடற்கரையை வலுவான நிலநடுக்கம் தாக்கியது.
    th | แผ่นดินไหวรุนแรงเขย่าชายฝั่งชิลี ทำให้ประชาชนหลายพันคนไม่มีไฟฟ้าใช้
    zh | 智利海岸发生强烈地震，数千人停电。当局称没有人员死亡，但损失很大。
    ja | チリ沿岸で強い地震があり、数千人が停電の影響を受けた。当局によると死者はいないが、被害は大きい。
    ko | 칠레 해안에서 강한 지진이 발생해 수천 명이 정전을 겪었다. 당국은 사망자가 없다고 밝혔다.
    ka | ჩილეს სანაპიროზე ძლიერი მიწისძვრა მოხდა და ათასობით ადამიანი უდენოდ დარჩა.
    hy | Չիլիի ափին ուժեղ երկրաշարժ է տեղի ունեցել, և հազարավոր մարդիկ մնացել են առանց լույսի։
    am | በቺሊ የባህር ዳርቻ ላይ ከባድ የመሬት መንቀጥቀጥ ደርሷል እና በሺዎች የሚቆጠሩ ሰዎች ያለ መብራት ነው።
    """)

  @Test(arguments: others) func otherLanguagesAreTold(language: String, text: String) {
    #expect(TextLanguage.of(Document(text)) == language)
  }

  /// What must never be taken for another language.
  @Test(arguments: [
    "", " ", "12 345", "OK", "Kabul", "San Salvador", "La Paz", "Los Angeles", "De Gaulle", "Die Hard",
    "El Paso, Las Cruces",
    "Israel strikes Isfahan airbase", "Blast rocks Kabul mosque", "Chile quake kills 6", "Riots in Paris",
    "Police: Man shot dead", "Quake hits Papua, 12 dead", "FARC rebels kidnap 3 in Cauca",
    "SAN SALVADOR, 3 JAN 90 -- [REPORT] THE ARCE BATTALION COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS HAVE BEEN KIDNAPPED.",
    "BOMB BLAST DAMAGED OFFICE IN SAN PEDRO SULA", "LA LIBERTAD, EL SALVADOR: GUERRILLAS ATTACK GARRISON",
    "CLANDESTINE RADIO VENCEREMOS [TEXT] FRENTE FARABUNDO MARTI PARA LA LIBERACION NACIONAL [FMLN] UNITS ATTACKED.",
    "Gunmen killed José María de la Cruz y Peña in Ciudad Juárez, near El Paso del Norte, on Friday.",
    "The Partido de la Revolución Democrática and the Movimiento al Socialismo met in La Paz and Santa Cruz de la Sierra.",
    "Jean-Claude de la Fontaine, of Le Monde, and Les Echos said La République en Marche would meet in Aix-en-Provence.",
    "Der Spiegel and Die Zeit reported that the Bundesamt für Verfassungsschutz had warned of the attack in Köln.",
    "Vladimir Ivanov (Владимир Иванов) was shot dead in Grozny (Грозный), said RIA Novosti.",
    "Protesters in Tehran shouted “زن، زندگی، آزادی” as police fired tear gas in Azadi Square.",
    "In Beijing (北京) and Shanghai (上海) the police held dozens.",
    "Man on fire", "Son of man", "No more men in me", "Die in van", "A la carte menu", "On est en or an do",
    "Al-Shabaab attacks Elasha Biyaha; KDF base hit", "Bus plunge kills 30 on Lima-Cusco road",
    "Arsenal 2 Chelsea 1\nLiverpool 0 Everton 0\nReal Madrid 3 Real Sociedad de Fútbol 2",
    "AP Reuters AFP dpa EFE Xinhua Kyodo ANSA TASS",
  ]) func englishIsTakenForEnglish(text: String) {
    #expect(TextLanguage.of(Document(text)) == "en")
  }

  @Test func thereAreTwentyFiveLanguagesAndMore() {
    #expect(Set(Self.others.map(\.language)).count >= 25)
  }

  /// One sentence is mostly enough; where it is not, it counts as English.
  @Test func mostSentencesTellTheirLanguage() {
    let sentences = Self.others.compactMap { sample -> (language: String, text: String)? in
      let end = sample.text.firstIndex { [".", "。", "।", "۔"].contains($0) }
      return end.map { (sample.language, String(sample.text[..<$0])) }
    }
    let told = sentences.count { TextLanguage.of(Document($0.text)) != TextLanguage.english }
    #expect(told * 10 >= sentences.count * 9, "\(told) of \(sentences.count)")
  }

  @Test func aForeignTextOfNoKnownLanguageIsUndetermined() {
    #expect(TextLanguage.of(Document("Xyé zûk örtö ħaxö łopå, vrñk çupö dïlk ýmbo þrest.")) == "und")
  }

  @Test func aQuotationDoesNotMakeATextForeign() {
    let english = "Police said the man had left a note at the scene before he was shot. "
    let spanish = "“Los soldados llegaron por la noche y se llevaron a mi hermano sin decir una palabra”, dijo. "
    #expect(TextLanguage.of(Document(english + spanish + english)) == "en")
    #expect(TextLanguage.of(Document(String(repeating: spanish, count: 6) + english)) == "es")
  }
}
