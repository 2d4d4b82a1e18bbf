import Coordinates
import Language

/// The layout of a gazetteer file, shared by writer and reader. `Gazetteer/README.md` describes it for people.
enum GazetteerFormat {
  static let kind = "GAZE"
  static let version: UInt32 = 1
  static let noun = "a gazetteer of Dateline"
  static let remedy = "build it again with `dateline places build` or install the data of this version"

  /// Sections.
  static let meta = "META"
  static let nameDirectory = "NDIR"
  static let names = "NAME"
  static let places = "PLAC"
  static let points = "CART"
  static let labels = "LABL"
  static let byID = "BYID"
  static let countries = "CTRY"
  static let features = "FEAT"
  /// Only in files that users build with P-codes.
  static let codes = "PCOD"

  static let placeSize = 32
  static let pointSize = 12
  /// Two letters of ISO 3166-1 alpha-2, two zero bytes, the place of the country itself (u32).
  static let countrySize = 8
  static let noPlace = UInt32.max
  static let noCountry: UInt8 = 0
  static let noFeature = UInt8.max
  /// Set in a place's name where it refers to `LABL`, not to `NAME`.
  static let labelBit: UInt32 = 1 << 31
  static let degreesPerUnit = 1e-7
  static let radiusUnitsPerKilometre = 10.0

  /// Offsets in a place.
  enum Field {
    static let longitude = 0
    static let latitude = 4
    static let name = 8
    static let population = 12
    static let sourceID = 16
    static let parent = 20
    static let country = 24
    static let kind = 25
    static let feature = 26
    static let source = 27
    static let radius = 28
    static let rank = 30
    static let flags = 31
  }

  /// Bits of a place's flags.
  enum Flag {
    static let capital: UInt8 = 1
    /// The source's id is text in `LABL`, not a number.
    static let textID: UInt8 = 2
  }

  static let longestName = 200
  static let mostWords = 17

  /// A posting: the place in the low 28 bits, the kind of name above.
  static let postingPlaceBits: UInt32 = 28

  /// The bucket of a hash in a directory of 2^bits buckets.
  static func bucket(of hash: UInt64, bits: Int) -> Int { bits == 0 ? 0 : Int(hash >> UInt64(64 - bits)) }
}
