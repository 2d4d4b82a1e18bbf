/// Words that decide about a capitalised name. They are ordinary English, no list of places.
enum WordLists {
  /// The words of a table, parted by spaces and line feeds. By bytes: this is done at every start, and by characters took ten times as long.
  static func words(_ text: String) -> Set<String> {
    Set(text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Words that are places somewhere but, alone and capitalised, hardly ever in news.
  static let neverAlone = words(
    """
    a an and are as at be but by can do for from had has have he her here him his how i if in into is it its just like
    may me more most much must my no nor not now of off on one only or other our out over own same she should so some such
    than that the their them then there these they this those through to too under up us was we were what when where which
    while who whom why will with would yes yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec today yesterday
    tomorrow tonight spring summer autumn fall winter christmas easter ramadan
    god lord lady sir king queen prince princess pope saint president minister secretary senator governor mayor general
    colonel major captain sergeant lieutenant officer police army navy force forces guard guards marine marines agent
    judge justice court council congress senate parliament house government state states county city town village district
    department ministry office agency bureau commission committee party union league association society foundation
    institute company corporation group bank church mosque temple school college university hospital hotel airport
    station park bridge road street avenue square center centre museum library stadium market mall beach island islands
    river lake sea ocean gulf bay mountain mountains hill hills valley desert forest north south east west northern
    southern eastern western central upper lower new old great grand little big first second third last next early late
    republic kingdom federation emirate empire republican republicans democrat democrats democratic liberal labour labor
    conservative tory green greens people man men woman women child children boy girl baby mother father son daughter
    brother sister family friend friends dr mr mrs ms miss prof rev hon
    news times post press herald tribune journal daily weekly gazette star sun globe mail mirror guardian observer
    independent chronicle telegraph reporter editor photo image video copyright reuters ap afp
    web page home menu share print email comment comments read full story related top best free live open see call
    about after again against all almost alone along already also although always among another any anyone anything
    around away back because become been before behind being below between both came come could day days did does done
    down during each either else end enough even ever every far few find found get give go going good got high himself
    however long made make many might need never nothing often once part perhaps place point put rather real right said
    say says saw seem set several show side since small something soon still take tell their thing think though thought
    three thus time together told took toward two until use used very want war way week well went whether without word
    work world year years young army air base camp fort port mission mobile reading nice police army normal enterprise
    liberty union independence hope eden eagle lion bear wolf star sunrise victory progress power price paradise bliss
    bar van male batman best ball bay mark pop media marketing internet business sports sport health science money
    law economy climate energy security defense defence peace trade oil gas water fire flood storm crime weather
    mercury mars venus jupiter saturn english spanish french latin arab arabs jew jews jewish muslim muslims christian
    christians islam islamic catholic protestant hindu sunni shia shiite bishop christian grace mission faith
    jordan's israeli's male females males
    """)

  /// Words that open sentences and are no name where the next word is none.
  static let openers = words(
    """
    a an and are as at be but by can do for from had has have he her here him his how i if in into is it its just like
    most much my no nor not now of off on one only or other our out over own same she should so some such
    than that the their them then there these they this those through to too under up us was we were what when where which
    while who why will with would yes yet you your after although because before during since until meanwhile however
    """)

  /// Short words that stand inside names.
  static let connectors = words(
    "of the and on upon by in de del della di da do dos das du des la las le les el al y e i en sur sous am an der den bei zu ob van ter op aan"
  )

  static let titles = words(
    """
    mr mrs ms miss dr prof professor sir lord lady dame gen general lt lieutenant col colonel maj major capt captain sgt sergeant
    cpl corporal pvt private cmdr commander adm admiral officer detective det inspector sheriff deputy chief judge justice
    sen senator rep representative gov governor mayor president premier chancellor king queen prince princess pope cardinal
    archbishop bishop rev reverend father brother sister rabbi imam ayatollah sheikh coach attorney lawyer actor actress
    singer author pastor secretary minister spokesman spokeswoman spokesperson analyst director
    """)

  /// Given names that are common in English-language news.
  static let givenNames = words(
    """
    aaron abdel abdul abdullah abigail abraham adam adrian ahmad ahmed aisha alan albert alberto alejandro alex alexander
    alexandra alexei ali alice alicia alison allan allen amanda amber amir amy ana andre andrea andreas andrei andrew angela
    anita ann anna anne anthony antonio april ariel arnold arthur ashley austin barack barbara barry beatrice ben benjamin
    bernard beth betty bill billy bob bobby boris brad bradley brandon brenda brent brett brian brooke bruce bryan caitlin
    cameron carl carla carlos carmen carol caroline catherine cecilia charles charlie charlotte chris christian christina
    christine christopher cindy claire clara clarence claude claudia clinton colin connor courtney craig crystal curtis
    cynthia dale dan daniel daniela danielle danny darren dave david dawn dean deborah debra dennis derek diana diane diego
    dmitry dmitri dominic don donald donna doris dorothy doug douglas duncan dustin dwight dylan earl eddie edgar edith
    eduardo edward edwin eileen elaine elena eli elizabeth ella ellen emily emma emmanuel enrique eric erica erik erin ernest
    ethan eugene eva evan evelyn fatima felix fernando fiona florence frances francis francisco frank franklin fred frederick
    gabriel gareth gary gavin gene geoff geoffrey george gerald gerard gilbert glen glenn gloria gordon grace graham grant
    greg gregory guy hannah harold harriet harry harvey hassan heather hector heidi helen henry herbert hillary holly howard
    hugh hugo hussein ian ibrahim igor irene isaac isabel isabella ivan jack jackie jackson jacob jacqueline jake jamal james
    jamie jan jane janet janice jared jasmine jason javier jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse
    jessica jesus jill jim jimmy joan joanna joe joel john johnny jon jonathan jorge jose joseph josh joshua joy joyce juan
    judith judy julia julian julie justin karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth
    kevin khalid kim kimberly kirk kristen kristin kurt kyle lance larry laura lauren laurence lawrence leah lee leo leon
    leonard leslie lewis liam lily linda lindsay lindsey lisa lloyd logan lois lopez lori louis louise lucas lucy luis luke
    lydia lynn madeleine mahmoud malcolm manuel marc marcel marco marcus margaret maria marie marilyn marina mario marion
    mark martha martin martyn marvin mary mason matt matthew maureen maurice max megan melanie melissa mercedes michael
    michel michele michelle miguel mike mikhail mitchell mohamed mohammad mohammed molly monica muhammad mustafa nadia nancy
    naomi natalie natasha nathan nathaniel neil nelson nicholas nick nicola nicolas nicole nigel nikolai nina noah nora
    norma norman oleg oliver olivia omar oscar osama owen pablo pamela patricia patrick patty paul paula pauline pedro peggy
    penny perry pete peter phil philip phillip phyllis pierre rachel rafael ralph ramon randall randy raul ray raymond
    rebecca regina reginald rex ricardo richard rick ricky rita robert roberto robin rodney roger roland ron ronald ronnie
    rosa rose rosemary ross roy ruben russell ruth ryan sabrina saddam sally salman sam samantha samir samuel sandra sandy
    santiago sara sarah saul scott sean sebastian sergei sergey sergio seth shane shannon sharon shaun shawn sheila shirley
    sidney silvia simon sofia sonia sophia sophie spencer stacy stan stanley stefan stella stephanie stephen steve steven
    stewart stuart sue susan suzanne sylvia tamara tania tanya tara ted teresa terrence terry theodore theresa thomas tiffany
    tim timothy tina todd tom tommy toni tony tracy travis trevor tristan troy tyler valerie vanessa vera vernon veronica
    vicki victor victoria vincent virginia vladimir volodymyr walter wanda warren wayne wendy wesley will william willie
    xavier yasser yitzhak yoav yolanda yousef yuri yusuf yves yvonne zachary benny ehud ariel shimon jake melissa narendra
    imran nawaz pervez benazir rajiv indira sonia rahul xi kofi ban thabo nelson jacob robert morgan olusegun goodluck
    """)

  /// Words before a name that do not make it a person's.
  static let placeOpeners = words(
    """
    north south east west northern southern eastern western central upper lower new old greater inner outer downtown uptown
    northeast northwest southeast southwest mid lake mount port fort camp cape san santa saint st los las la le el al the
    island isle bay gulf sea river strait province state city town village district county republic former occupied
    """)

  /// Words behind a name that make it part of an organisation, building or team: the place is meant along with it.
  static let organisationClosers = words(
    """
    police department university college school hospital court magistrates council parliament congress senate ministry
    government army navy authority airport airlines airways times post herald tribune news press journal gazette star
    united city rovers rangers athletic wanderers giants cowboys lakers jets eagles bears hawks tigers lions football soccer
    cricket basketball rugby hockey baseball bank stock exchange institute museum library church cathedral company corp inc
    ltd llc group association federation union league party movement front coalition officials official soldiers troops
    forces military embassy consulate diplomats president minister lawmakers prosecutors citizens nationals residents
    people man woman men women student students teacher teachers sheriff mayor governor senator rep sen judge attorney
    company companies team coach player players
    """)

  /// What has a place of its own: "Israeli airspace", "a Syrian town".
  static let spatialNouns = words(
    """
    airspace territory territories soil coast coasts coastline shore shores waters border borders frontier side mainland
    heartland interior countryside skies town towns village villages capital province provinces region regions district
    districts county counties island islands peninsula desert highlands lowlands mountains hills plains valley forest
    suburb suburbs outskirts enclave exclave settlement settlements port ports streets cities
    """)

  /// Adjectives that stand between a demonym and such a noun.
  static let placeAdjectives = words(
    "coastal border port mountain desert mountainous rural remote central industrial historic ancient occupied")

  /// What a country or city as an actor does.
  static let statementVerbs = words(
    """
    said says announced accused accuses denied denies vowed vows warned warns urged urges condemned condemns insisted insists
    claimed claims rejected rejects agreed agrees demanded demands pledged pledges blamed blames retaliated
    """)

  static let locatives = words(
    "in at near from to of outside across around over toward towards into through between via inside within off beyond above along throughout onto north south east west northeast northwest southeast southwest"
  )
}
