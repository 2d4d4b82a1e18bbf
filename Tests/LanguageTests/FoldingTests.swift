import Language
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("São Paulo", "sao paulo"), ("Sa\u{303}o Paulo", "sao paulo"), ("ŁÓDŹ", "lodz"), ("Đà Nẵng", "da nang"),
    ("Ærø", "aero"), ("Straße", "strasse"), ("Þingvellir", "thingvellir"), ("İstanbul", "istanbul"),
    ("Ｔｏｋｙｏ", "tokyo"), ("ﬁord", "fiord"), ("Ålesund", "alesund"), ("Reykjavík", "reykjavik"),
  ]) func marksCaseAndWidthComeOff(name: String, key: String) { #expect(Folding.key(of: name) == key) }

  @Test(arguments: [
    ("Sana'a", "sanaa"), ("Sana’a", "sanaa"), ("Sanaʿa", "sanaa"), ("U.S.", "us"),
    ("Washington, D.C.", "washington dc"),
    ("St. John's", "st johns"), ("N'Djamena", "ndjamena"), ("Coeur d`Alene", "coeur dalene"),
  ]) func apostrophesAndDotsAreDropped(name: String, key: String) { #expect(Folding.key(of: name) == key) }

  @Test(arguments: [
    ("Tel Aviv-Yafo", "tel aviv yafo"), ("Stratford–upon–Avon", "stratford upon avon"),
    ("Rostov-on-Don", "rostov on don"),
    ("Bosnia & Herzegovina", "bosnia herzegovina"), ("  New\u{A0} York ", "new york"), ("Arad (Israel)", "arad israel"),
    ("Zürich/Kloten", "zurich kloten"),
  ]) func hyphensAndSignsAreSpaces(name: String, key: String) { #expect(Folding.key(of: name) == key) }

  @Test(arguments: [
    ("Saint Petersburg", "st petersburg"), ("St. Petersburg", "st petersburg"), ("Mount Hermon", "mt hermon"),
    ("Mt. Hermon", "mt hermon"), ("Fort Worth", "ft worth"), ("Ft. Worth", "ft worth"), ("Saint-Denis", "st denis"),
    ("Mountain View", "mountain view"), ("Fortaleza", "fortaleza"), ("The Hague", "hague"), ("the Negev", "negev"),
    ("The", "the"), ("Over The Rhine", "over the rhine"), ("Theodosia", "theodosia"),
  ]) func saintMountFortAndThe(name: String, key: String) { #expect(Folding.key(of: name) == key) }

  @Test(arguments: [
    ("МОСКВА", "москва"), ("Ἀθῆναι", "αθηναι"), ("Αθήνα", "αθηνα"), ("東京", "東京"), ("دِمَشق", "دمشق"),
    ("תֵּל אָבִיב", "תל אביב"), ("Երևան", "երևան"), ("서울", "서울"),
  ]) func otherScriptsFoldToo(name: String, key: String) {
    #expect(Folding.key(of: name) == Folding.key(of: key))
    #expect(!Folding.key(of: name).isEmpty)
  }

  @Test func composedAndDecomposedLettersFoldAlike() {
    for (composed, apart) in [
      ("\u{AC00}", "\u{1100}\u{1161}"), ("\u{439}", "\u{438}\u{306}"), ("\u{304C}", "\u{304B}\u{3099}"),
      ("\u{1EAD}", "a\u{323}\u{302}"), ("\u{622}", "\u{627}\u{653}"),
    ] { #expect(Folding.key(of: composed) == Folding.key(of: apart), "\(composed)") }
  }

  @Test(arguments: ["", " ", "'", "...", "-", "\u{301}", "❤️", "—", "\u{200B}\u{FEFF}"])
  func signsAloneFoldToNothing(name: String) {
    #expect(Folding.key(of: name).filter { $0.isLetter || $0.isNumber }.isEmpty)
  }

  @Test(arguments: [
    "São Paulo", "Sana’a", "U.S.", "Washington, D.C.", "Tel Aviv-Yafo", "Stratford-upon-Avon", "Saint-Denis",
    "Mount Hermon",
    "Ft. Worth", "Bosnia & Herzegovina", "Arad (Israel)", "Xi'an", "Côte d’Ivoire", "Москва", "東京", "דמשק", "서울",
    "Sa\u{303}o", "N'Djamena", "Łódź", "6th of October City", "Kahramanmaraş", "ﬁord", "Baden-Württemberg", "٦ أكتوبر",
    "Al-Ḩasakah", "Qal‘at Şāliḩ", "Nuku‘alofa", "Hawaiʻi", "Ho Chi Minh City", "L'Aquila", "C.A.R.", "Route 66",
  ]) func aNameFoldsAloneAsInAText(name: String) {
    let document = Document(name)
    let words = document.tokens.map { document.foldedText(of: $0) }.filter { !$0.isEmpty }
    #expect(words.joined(separator: " ") == Folding.key(of: name))
  }

  @Test func theHashOfANameIsBuiltFromItsWords() throws {
    let document = Document("New York City")
    let first = try #require(document.tokens.first)
    var hash = NameHash(word: first.hash)
    #expect(hash == NameHash(key: Array("new".utf8)))
    for token in document.tokens.dropFirst() { hash.append(word: token.hash) }
    #expect(hash == NameHash(key: Array("new york city".utf8)))
    #expect(hash != NameHash(key: Array("new york  city".utf8)))
    #expect(hash != NameHash(key: Array("newyork city".utf8)))
  }

  @Test func cutOffUTF8IsNoTrap() {
    let whole = Array("é東🔥x".utf8)
    for start in whole.indices {
      for end in start...whole.count { _ = Folding.key(ofUTF8: Array(whole[start..<end])) }
    }
  }
}

@Suite struct FoldingWithoutAllocationTests {
  @Test func theQuickWayGivesTheSameKeyAndHash() {
    let parts = [
      "the", "The", "Saint", "st.", "Mount", "Fort", "forts", "O'Brien", "a", "B2", "-", " ", "  ", "é", "北京", "(x)",
      "`", "/", "fortt",
    ]
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var name = ""
      for _ in 0..<(Int(state >> 33) % 6) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        name += parts[Int(state >> 33) % parts.count]
        if state >> 60 > 4 { name += " " }
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = Folding.key(ofUTF8: Array(name.utf8))
      Folding.withKey(of: name) { quick, hash in
        #expect(Array(quick) == key, "'\(name)'")
        #expect(hash == NameHash(key: key), "'\(name)'")
      }
    }
  }
}
