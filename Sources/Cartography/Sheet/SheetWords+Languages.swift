extension SheetWords {
  static let english = SheetWords(
    language: "en", map: "Map", occurred: "Occurred", planned: "Planned or threatened", suspected: "Suspected",
    trueWithin: "True place somewhere within", countryOnly: "Known by country only", areaOnly: "Known by area only",
    mentioned: "Place mentioned", notOnMap: "Not on the map: no place given", knownByCountry: "known by area only",
    within: "within %", orientation: "For orientation", mapData: "Map data", placeNames: "place names",
    casualties: "% killed or injured", more: "and % more", kilometres: "km", metres: "m", miles: "mi", groupMark: ",",
    decimalMark: ".",
    families: [
      .strike: "Air strike, shelling", .explosion: "Bombing, explosion", .violence: "Attack, clash",
      .military: "Military operation", .protest: "Protest, unrest", .disaster: "Natural disaster",
      .accident: "Accident", .other: "Other incident",
    ])

  static let french = SheetWords(
    language: "fr", map: "Carte", occurred: "Survenu", planned: "Prévu ou menacé", suspected: "Présumé",
    trueWithin: "Lieu exact quelque part dans ce cercle", countryOnly: "Seul le pays est connu",
    areaOnly: "Seule la région est connue", mentioned: "Lieu mentionné",
    notOnMap: "Hors carte : lieu non précisé", knownByCountry: "seule la région est connue", within: "à moins de %",
    orientation: "Repères", mapData: "Fond de carte", placeNames: "noms de lieux", casualties: "% tués ou blessés",
    more: "et % autres", kilometres: "km", metres: "m", miles: "mi", groupMark: "\u{A0}", decimalMark: ",",
    families: [
      .strike: "Frappe, bombardement", .explosion: "Attentat, explosion", .violence: "Attaque, affrontement",
      .military: "Opération militaire", .protest: "Manifestation, troubles", .disaster: "Catastrophe naturelle",
      .accident: "Accident", .other: "Autre événement",
    ])

  static let german = SheetWords(
    language: "de", map: "Karte", occurred: "Geschehen", planned: "Geplant oder angedroht", suspected: "Vermutet",
    trueWithin: "Ort irgendwo innerhalb", countryOnly: "Nur das Land ist bekannt",
    areaOnly: "Nur das Gebiet ist bekannt", mentioned: "Erwähnter Ort",
    notOnMap: "Nicht auf der Karte: ohne Ortsangabe",
    knownByCountry: "nur das Gebiet ist bekannt", within: "im Umkreis von %", orientation: "Zur Orientierung",
    mapData: "Kartendaten", placeNames: "Ortsnamen", casualties: "% Tote und Verletzte", more: "und % weitere",
    kilometres: "km", metres: "m", miles: "mi", groupMark: ".", decimalMark: ",",
    families: [
      .strike: "Luftangriff, Beschuss", .explosion: "Anschlag, Explosion", .violence: "Angriff, Gefecht",
      .military: "Militäroperation", .protest: "Protest, Unruhen", .disaster: "Naturkatastrophe",
      .accident: "Unfall", .other: "Anderes Ereignis",
    ])

  static let spanish = SheetWords(
    language: "es", map: "Mapa", occurred: "Ocurrido", planned: "Previsto o amenazado", suspected: "Presunto",
    trueWithin: "Lugar exacto dentro del círculo", countryOnly: "Solo se conoce el país",
    areaOnly: "Solo se conoce la zona", mentioned: "Lugar mencionado", notOnMap: "Fuera del mapa: sin lugar indicado",
    knownByCountry: "solo se conoce la zona", within: "a menos de %", orientation: "Como referencia",
    mapData: "Datos del mapa", placeNames: "topónimos", casualties: "% muertos y heridos", more: "y % más",
    kilometres: "km", metres: "m", miles: "mi", groupMark: "\u{A0}", decimalMark: ",",
    families: [
      .strike: "Ataque aéreo, bombardeo", .explosion: "Atentado, explosión", .violence: "Ataque, enfrentamiento",
      .military: "Operación militar", .protest: "Protesta, disturbios", .disaster: "Desastre natural",
      .accident: "Accidente", .other: "Otro suceso",
    ])

  static let arabic = SheetWords(
    language: "ar", map: "خريطة", occurred: "وقع", planned: "مخطط له أو مُهدَّد به", suspected: "مشتبه به",
    trueWithin: "الموقع الفعلي داخل الدائرة", countryOnly: "البلد فقط معروف", areaOnly: "المنطقة فقط معروفة",
    mentioned: "مكان مذكور", notOnMap: "ليس على الخريطة: لم يُذكر مكان", knownByCountry: "المنطقة فقط معروفة",
    within: "ضمن %", orientation: "للتوضيح", mapData: "بيانات الخريطة", placeNames: "أسماء الأماكن",
    casualties: "% قتلى وجرحى", more: "و% أخرى", kilometres: "كم", metres: "م", miles: "ميل", groupMark: ",",
    decimalMark: ".",
    families: [
      .strike: "غارة جوية، قصف", .explosion: "تفجير، انفجار", .violence: "هجوم، اشتباك", .military: "عملية عسكرية",
      .protest: "احتجاج، اضطرابات", .disaster: "كارثة طبيعية", .accident: "حادث", .other: "حدث آخر",
    ])
}
