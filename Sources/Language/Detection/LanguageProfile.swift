/// The commonest words of a language: articles, pronouns, prepositions, particles, forms of "to be". Folded, as documents fold.
struct LanguageProfile: Sendable {
  var code: String
  var words: Set<String>

  /// The languages that share a script.
  static func of(_ script: Script) -> [LanguageProfile] {
    switch script {
    case .latin: latin
    case .cyrillic: cyrillic
    case .arabic: arabic
    case .hebrew: hebrew
    case .devanagari: devanagari
    case .ethiopic: ethiopic
    default: []
    }
  }

  static let english = LanguageProfile(
    code: "en",
    words: folded(
      """
      the of and to a in is that for it was on with as he be at by had not are but from or have an they which one you were \
      her all she there would their we him been has when who will no more if out so said what up its about than into them can \
      only other new some could time these two may then do first any my now such like our over me even most made after also \
      did many before must through back where much your way down should because each just those how too good very still own \
      under last never us while his this against during between people year years killed police government officials
      """))

  private static let latin = profiles(
    """
    es el la de que y en los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e fue son ha han según tras años está están había dos dijo
    pt o de que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas são após disse segundo anos
    fr le la les de des du un une et est à en que qui dans pour pas au sur ne se ce il elle ils par plus avec son sa ses aux été sont mais ou nous vous ont cette comme leur leurs tout fait être après entre sans deux même aussi dont où depuis lors selon contre ces avait était ans très peu
    it il lo la i gli le di che e è un una per in con non del della dei delle nel nella si da al alla sono ha ma come anche più dal dalla se su sul sulla questo questa ha hanno dopo due essere stato stata stati fra tra loro suo sua ai agli alle ed ci cui ne nei nelle era anni contro
    ro și de la în a nu cu o să din pe care mai ce este au un pentru sunt fost că se lui ale al ai dar după prin către fi sau era cel cea cei când între fără asupra iar acest această doar două până potrivit ani
    ca el la els les de que i en un una per amb no és del dels al als es va han ha més com però són o aquest aquesta entre fins també seva seu sobre quan després dos anys molt segons ser hi
    gl o a os as de que e en un unha por con non do da dos das no na é máis como pero foi seu súa para ao aos entre cando tamén despois sobre anos segundo ser
    de der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei kein wurden gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei jahren
    nl de het een en van in is dat op te met voor niet zijn aan er die om ook als bij door naar uit was maar worden over dan nog wordt heeft hij ze zich werd deze dit tot hebben meer geen tegen wel of kan na haar zou jaar onder toen moet hun twee wij u
    af die en van in is het n om te vir nie met op sy hy dat as by was aan wat deur word hulle sal ook na uit maar kan een ons ek nog oor tot daar teen jaar
    sv och att det i på en som är för av med den till inte har de ett om var från vid så men sig han eller när kan ska efter också nu under hon sin man mot blev vi hade över ut skulle mycket här där mellan utan år två enligt
    da og at det i på en som er for af med den til ikke har de et om var fra ved så men sig han eller når kan skal efter også nu under hun sin man mod blev vi havde over ud ville meget her hvor mellem uden år to ifølge blevet efter
    no og at det i på en som er for av med den til ikke har de et om var fra ved så men seg han eller når kan skal etter også nå under hun sin man mot ble vi hadde over ut ville mye her hvor mellom uten år to ifølge blitt politiet
    is og að í á er það sem við til um en var af fyrir með ekki hann hafa eru því frá þá svo verið eða hún þeir eftir hefur sér þetta þar upp ár segir
    fi ja on ei että se oli hän myös mutta joka ovat kun niin kuin tai mukaan ole jos sekä jo olla nyt vuonna noin sen ollut vain mitä tämä kanssa siitä hänen jälkeen joita vuoden ennen eivät he kertoo
    et ja on ei et see oli ta ka kui aga mis nii või oma ning nad selle välja üle pärast kes olid ole seda juba siis kuid pole aasta aastal kaks
    lv un ir ka no uz par ar to tas nav bija kas lai arī vai viņš pēc pie bet jau tika līdz tā kā vēl ne tiek gadu gada latvijas
    lt ir kad yra į iš su ne tai buvo kaip o už bet ar apie jis pagal po dar jau prie nuo iki kurie tik jo bus metų metais lietuvos
    pl w i na z się nie do to że jest o jak za od po przez co dla są a przed ale oraz ich był jego było tym może być tego także już tylko czy jej ze przy które który która pod będzie lub zostało roku lat podczas
    cs a v se na je jsou že s z do o to i ve k za pro by po jsou které který která od jako ale také podle však při byl bylo jeho až už není tak nebo jen před mezi není roku let jak i když více ani jsem její budou ještě úřady úřadů lidí žádní ve
    sk a v sa na je sú že s z do o to aj vo k za pre by po sú ktoré ktorý ktorá od ako ale podľa však pri bol bolo jeho až už nie je tak alebo len pred medzi roku rokov ktorí bola boli
    sl je in v na da se za so ki z pa po s ne o tudi kot ali bi ni iz bil bilo od do pri še več kar med lahko ter leta let smo
    hr i u je na se da za su od s o a kao iz što ne bi koji koja koje ili ali će do po sa bio biti nakon prema također još samo te godine kako oko
    sq të e në dhe i me për një që se nga është më u ka nuk janë do si por ishte edhe kjo duke pas ky tij kanë ose ndaj vetëm
    hu a az és hogy nem is egy meg ez de volt azt csak el már ki még ha mint van után lehet több szerint majd között való lesz minden nagyon ezt vagy alatt pedig amely ami akik
    tr ve bir bu da de için ile çok olarak daha gibi en olan sonra kadar ise ancak ya var ne o değil her göre iki şey mi oldu yıl bin ama olduğu tarafından dedi
    az və bir bu da də üçün ilə çox olan sonra kimi daha isə var o deyil hər görə iki edib olub ki onun edilib
    id yang dan di dengan untuk dari pada tidak dalam ini itu akan adalah ke oleh sebagai juga telah karena mereka ada tersebut dapat bisa kata saat para lebih orang sudah atau setelah menjadi bahwa hingga
    ms yang dan di dengan untuk dari pada tidak dalam ini itu akan adalah ke oleh sebagai juga telah kerana mereka ada tersebut boleh kata lebih orang sudah atau selepas menjadi bahawa beliau berkata
    tl ang ng sa mga na ay at si ni para hindi ito siya sila kung may isang nang dahil niya nila ayon mula pang din rin lang kay ko mo
    vi của và các là có trong được cho không một với người này đã những để từ khi về đến nhưng theo tại cũng vào ra sau năm nhiều lại trên bị đang
    sw na ya wa kwa ni katika la za kuwa cha hii huo hiyo kama lakini pia yake hiyo baada watu mwaka huku vya hayo huyo amesema alisema wake zaidi kutoka
    so oo iyo ka ee ku ayaa la in uu ay soo waa waxaa ah waxay kale lagu inuu dhacay sheegay si dalka u aan
    ha da na a ta ya ne ba cikin kuma su shi ce wata wani don yi sun domin kan amma har wanda zai tare
    eu eta da ez bat du ere dira zuen den egin izan zen dute bere baina duen dela baino arte hori
    ga agus an na ar i a go bhí le sé is ag as leis don níl ach mar atá gur ó faoi tá sí
    cy y yn a i o mae ar yr ac wedi ei am fod gan oedd bod eu hyn hefyd na wrth gyda dros neu
    mt li ta il u biex ma kien din fuq mill huwa dan minn kienet jew wara fil għal hija aktar
    ht nan yo ki pou ak te ap li sou nou gen pa yon sa se lè men tou nan peyi
    eo la de kaj en al estas ne ke por kun pri sed el ili ĝi tiu kiu ankaŭ pli laŭ estis
    uz va bu bir bilan uchun ham esa deb edi bo‘lgan shu o‘z keyin lekin yil kerak emas
    ku û li di de ku bi ji ev jî bû ne ye wan xwe hat an piştî kir yên
    """)

  private static let cyrillic = profiles(
    """
    ru и в не на что с по он как к это из у за от о все так его но для до же бы её мы при был было или если они также только уже года после была были который сообщил время
    uk і в не на що з у та до за як від це про його для по але або був було вона вони також після року який які бути є щоб ще їх під тому через
    bg и в на да се не за от че с по са като до ще това към е си след който които при има беше със бе още може няма или но преди година
    sr и у је на се да за су од с о а као из што не би који која које или али ће до по са био бити након према још само те године како око није
    mk и на во да се од за со не е што како ќе ги го која кој кои по до но или ја беше има при според исто така година
    be і ў не на што з у да за як ад гэта пра яго для па але або быў было яна яны таксама пасля года які якія
    kk және бұл мен үшін де да бір деп болды бойынша осы кейін дейін емес туралы бар еді ол
    ky жана бул менен үчүн да бир деп болгон боюнча кийин чейин эмес бар эле ал
    mn ба нь энэ бол юм гэж байна болон байсан тэр өөр хийсэн оны улсын
    tg ва дар аз ки ба бо ин барои аст буд он ҳам шуд мекунад
    """)

  private static let arabic = profiles(
    """
    ar في من على إلى أن التي الذي عن مع هذا هذه كان ما لا بعد كما أو قال وقد ذلك بين قد لم حيث كانت عند وفي ولا وقال
    fa و در به از که این را با است برای آن یک خود تا شده بر هم نیز شد بود می کرد ها های پس اما اند
    ur کے میں کی ہے اور سے کا کو اس نے ہیں پر کہ بھی یہ کر تھا گیا ایک ان ہو تھے وہ رہے ساتھ کیا
    ps د په او چې کې دی ته له یې سره دا هم نه شوي دي کړي پر څخه ده
    ckb لە بە و کە بۆ لەگەڵ ئەو ئەم دەکات هەیە بوو کرد ناو
    """)

  private static let hebrew = profiles(
    """
    he של את על לא הוא זה עם כי גם היא כל אל אך או אם יש היה אבל בין אחרי אמר לאחר
    yi און פון איז אין דער די צו אַז פאר מיט ער זײַן האָט נישט דאָס
    """)

  private static let devanagari = profiles(
    """
    hi के में की है और से का को इस ने हैं पर कि भी यह कर था गया एक हो थे वह रहे साथ नहीं लिए
    mr आणि आहे या च्या ते मध्ये होते की हे केली केले त्या आले नाही एक व झाली
    ne र को मा छ ले का छन् पनि गरेको यो भएको हो एक तथा लागि
    """)

  private static let ethiopic = profiles(
    """
    am እና ነው ላይ ውስጥ ይህ ነበር ወደ እንደ ከ የ ግን
    ti ኣብ እዩ ናይ ካብ ድማ ከም ነቲ እቲ ነዚ
    """)

  /// A language a line: its code and its words.
  private static func profiles(_ table: String) -> [LanguageProfile] {
    table.split(separator: "\n").compactMap { line in
      guard let code = line.split(separator: " ").first else { return nil }
      return LanguageProfile(code: String(code), words: folded(line.dropFirst(code.count)))
    }
  }

  private static func folded(_ words: some StringProtocol) -> Set<String> {
    let document = Document(String(words))
    return Set(document.tokens.filter { $0.kind == .word }.map { document.foldedText(of: $0) })
  }
}
