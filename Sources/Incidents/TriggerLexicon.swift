import Language

/// A word or phrase that tells of an event.
struct Trigger: Sendable {
  enum PartOfSpeech: Sendable { case noun, verb }

  var type: IncidentType
  var part: PartOfSpeech
  /// Folded words; a word that ends in `*` stands for all that begin so.
  var words: [Substring]
  /// Needs one of these words in its sentence to count.
  var company: Set<String>?
}

/// The trigger words of all types.
///
/// One line a type and part of speech; phrases between commas. Where a word is ambiguous, the company it must keep stands behind a
/// colon: any of those words in the sentence.
struct TriggerLexicon: Sendable {
  static let standard = TriggerLexicon()

  private var byFirstWord: [String: [Trigger]] = [:]
  private var byPrefix: [(prefix: String, trigger: Trigger)] = []

  private init() {
    for line in Self.table.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
      let columns = line.split(separator: "|").map { $0.trimmed }
      guard columns.count >= 3, let type = IncidentType(rawValue: String(columns[0])) else { continue }
      let company = columns.count > 3 ? Set(columns[3].split(separator: " ").map(String.init)) : nil
      for phrase in columns[2].split(separator: ",") {
        let words = phrase.split(separator: " ")
        guard let first = words.first else { continue }
        let trigger = Trigger(type: type, part: columns[1] == "v" ? .verb : .noun, words: words, company: company)
        if first.hasSuffix("*") {
          byPrefix.append((String(first.dropLast()), trigger))
        } else {
          byFirstWord[String(first), default: []].append(trigger)
        }
      }
    }
  }

  /// The longest trigger that begins at `index`, and how many words it takes.
  func trigger(in words: [String], at index: Int) -> (Trigger, Int)? {
    let word = words[index]
    guard !word.isEmpty else { return nil }
    var best: (trigger: Trigger, length: Int, company: Int)?
    let candidates = (byFirstWord[word] ?? []) + byPrefix.filter { word.hasPrefix($0.prefix) }.map(\.trigger)
    for trigger in candidates where Self.matches(trigger.words, words, at: index) {
      let company = trigger.company.map { company in words.count(where: company.contains) }
      guard company != 0 else { continue }
      if (trigger.words.count, company ?? 0) > (best?.length ?? 0, best?.company ?? 0) {
        best = (trigger, trigger.words.count, company ?? 0)
      }
    }
    return best.map { ($0.trigger, $0.length) }
  }

  private static func matches(_ pattern: [Substring], _ words: [String], at index: Int) -> Bool {
    guard index + pattern.count <= words.count else { return false }
    return zip(pattern, words[index...]).allSatisfy { pattern, word in
      pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : pattern == word
    }
  }

  private static let table = """
    air_strike | n | airstrike,airstrikes,air strike,air strikes,air raid,air raids,drone strike,drone strikes,drone attack,drone attacks,aerial attack,aerial bombardment,bombing raid,bombing raids,bombing run,air attack,air attacks,aerial assault
    air_strike | n | strike,strikes,barrage,salvo,raid,raids | drone drones missile missiles warplane warplanes jet jets air bomb bombs military airspace fighter aircraft ballistic militants rebel rebels rockets troops forces army militia militias bases munitions bombers attack retaliated
    air_strike | v | struck,hit,targeted,pounded,bombed,bombarded | drone drones missile missiles warplane warplanes jet jets airstrike airstrikes fighter aircraft ballistic strike strikes
    air_strike | v | carried out strikes,launched strikes,launched airstrikes
    air_strike | v | fired,launched,unleashed | drones missiles cruise ballistic
    shelling | v | fired,launched | rockets shells mortars artillery
    shelling | n | shelling,artillery fire,mortar fire,rocket fire,rocket attack,rocket attacks,missile attack,missile attacks,missile strike,missile strikes,mortar attack,mortar attacks,artillery attack,artillery barrage,bombardment
    shelling | v | shelled,shells hit,rockets hit,rockets landed,mortars hit,fired rockets,fired missiles
    bombing | n | bombing,bombings,car bomb,car bombs,bomb attack,bomb attacks,bomb blast,bomb blasts,roadside bomb,roadside bombs,truck bomb,grenade attack,landmine,land mine,mine blast,explosive device,explosive devices,bomb explosion,car bombing,truck bombing,pipe bomb
    bombing | v | bomb exploded,bomb went off,detonated a bomb,planted a bomb,bomb ripped,bombs exploded
    suicide_bombing | n | suicide bomb*,suicide attack,suicide attacks,suicide car
    suicide_bombing | v | blew himself up,blew herself up,blew themselves up,detonated his vest,detonated her vest
    chemical_attack | n | chemical attack,chemical attacks,gas attack,gas attacks,nerve agent,sarin,chemical weapons attack,chlorine attack
    explosion | n | explosion,explosions,blast,blasts
    explosion | v | exploded,blew up
    clash | n | clash,clashes,gun battle,gun battles,gunbattle,gunbattles,gunfight,firefight,firefights,skirmish,skirmishes,shootout,shoot out,fighting,heavy fighting,battle,battles
    clash | v | clashed,exchanged fire,traded fire,battled
    territory_change | v | captured,recaptured,retook,seized control,took control,overran,regained control,has fallen to,fell to rebels,fell to the
    attack | n | attack,attacks,counterattack,counterattacks,shooting,shootings,stabbing,stabbings,killing,killings,murder,murders,assassination,massacre,ambush,beheading,assault,gun attack,slaying,homicide,stabbing attack,knife attack
    attack | v | attacked,shot dead,shot and killed,opened fire,gunned down,stabbed,murdered,assassinated,massacred,ambushed,beheaded,shot,killed by gunmen,beaten to death,rammed into a crowd
    attack | v | killed | gunmen militants rebels attackers assailants insurgents soldiers knife gunman shooter fighters
    sexual_violence | n | rape,rapes,gang rape,sexual assault,sexual assaults,sexual violence
    sexual_violence | v | raped,gang raped,sexually assaulted
    abduction | n | kidnapping,kidnappings,abduction,abductions,hostage taking,hostage crisis
    abduction | v | kidnapped,abducted,taken hostage,took hostage,seized hostages,taken captive
    arrest | n | arrest,arrests,police raid,police raids,detention
    arrest | v | arrested,detained,was arrested,taken into custody,raided,rounded up
    interception | n | interception,interceptions
    interception | v | intercepted,shot down
    destruction | n | looting,arson,arson attack,vandalism,demolition,demolitions
    destruction | v | looted,torched,vandalised,vandalized,demolished,set fire to,set ablaze,burned down,ransacked
    protest | n | protest,protests,demonstration,demonstrations,rally,rallies,sit in,mass protest,street protests
    protest | v | protested,demonstrated,rallied,marched,took to the streets,staged a sit in
    labour_action | n | strike,strikes,walkout,walkouts,stoppage,blockade,industrial action | workers union unions staff teachers nurses doctors drivers miners employees wage wages pay farmers truckers pilots
    labour_action | v | went on strike,walked out,walked off the job,go on strike,on strike
    riot | n | riot,riots,rioting,mob violence,brawl,unrest
    riot | v | rioted,rampaged
    military_operation | n | military operation,military operations,ground operation,ground offensive,offensive,incursion,invasion,ground assault,siege,counteroffensive,military offensive,counter offensive,military action,security operation,rescue operation
    military_operation | v | invaded,stormed,besieged,laid siege,moved into,pushed into
    deployment | n | deployment
    deployment | v | deployed,redeployed,sent troops,dispatched troops,sent warships,dispatched warships
    ceasefire | n | ceasefire,cease fire,truce,armistice
    cyber_attack | n | cyberattack,cyberattacks,cyber attack,cyber attacks,ransomware attack,hacking attack,data breach
    earthquake | n | earthquake,earthquakes,quake,quakes,aftershock,aftershocks,magnitude temblor,temblor
    flood | n | flood,floods,flooding,flash flood,flash floods,flash flooding,floodwaters,floodwater
    flood | v | flooded,inundated,burst its banks,burst their banks
    storm | n | hurricane,typhoon,cyclone,tornado,tornadoes,storm,storms,blizzard,tropical storm,thunderstorm,thunderstorms,hailstorm,sandstorm,ice storm,heavy snow
    wildfire | n | wildfire,wildfires,bushfire,bushfires,forest fire,forest fires,brush fire,grass fire,blaze | acres hectares forest firefighters wildfire bush brush evacuated evacuation
    wildfire | n | wildfire,wildfires,bushfire,bushfires,forest fire,forest fires,brush fire
    landslide | n | landslide,landslides,mudslide,mudslides,avalanche,avalanches,rockslide,rock slide,debris flow
    volcano | n | eruption,eruptions,volcanic eruption
    volcano | v | erupted | volcano volcanic lava ash crater mount
    tsunami | n | tsunami,tsunamis
    drought | n | drought,droughts
    epidemic | n | outbreak,outbreaks,epidemic,cholera,ebola,measles outbreak,swine flu,bird flu,avian influenza,avian flu,dengue,confirmed cases,pandemic | outbreak cases virus disease health infected infections deaths patients cholera ebola flu who
    transport_accident | n | crash,plane crash,car crash,train crash,bus crash,collision,derailment,car accident,traffic accident,shipwreck,helicopter crash,pileup,pile up,wreck
    transport_accident | v | crashed,collided,derailed,capsized,sank,overturned,plunged,veered off,ran off the road,skidded off | car cars bus train truck plane aircraft helicopter boat ferry vessel ship van vehicle vehicles lorry motorcycle passengers jet pilot driver suv pickup flight airliner crew
    industrial_accident | n | gas explosion,mine explosion,mine disaster,gas leak,chemical leak,mine collapse,factory explosion,plant explosion
    fire | n | fire,fires,house fire,blaze | firefighters flames smoke burned blaze building house homes apartment fire factory warehouse extinguish extinguished brigade gutted engulfed
    fire | v | caught fire,burst into flames,burned to the ground,went up in flames
    collapse | n | collapse | building bridge roof stadium wall dam mine structure
    collapse | v | collapsed,caved in | building bridge roof stadium wall dam tower block storey story structure
    spill | n | oil spill,chemical spill,spill | oil chemical crude gallons barrels litres
    crime | n | robbery,robberies,burglary,burglaries,theft,thefts,heist,smuggling,fraud,carjacking
    crime | v | robbed,burglarized,burgled,smuggled,carjacked
    """
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
