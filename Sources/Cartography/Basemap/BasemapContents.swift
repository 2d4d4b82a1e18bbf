import Coordinates

/// What an arc of the basemap separates.
public enum ArcKind: UInt8, Sendable, CaseIterable {
  /// Land from sea.
  case coast
  /// Two countries.
  case border
  /// Two countries, or parts of one, that do not agree where.
  case disputed
  /// Two first-level units of a country.
  case firstLevel
}

/// An arc in a ring, and the way it is walked.
package struct ArcReference: Hashable, Sendable {
  package var arc: Int
  package var reversed: Bool

  package init(arc: Int, reversed: Bool) {
    self.arc = arc
    self.reversed = reversed
  }

  var encoded: UInt32 { UInt32(arc) << 1 | (reversed ? 1 : 0) }

  init(encoded: UInt32) {
    arc = Int(encoded >> 1)
    reversed = encoded & 1 == 1
  }
}

/// A whole basemap in memory, as the compiler makes it and ``Basemap/encode(_:)`` writes it.
///
/// Topology is explicit: every line that two areas share is one arc, so that areas simplified by their arcs still fit.
package struct BasemapContents {
  package struct Arc {
    package var kind: ArcKind
    /// The line at each level of detail, the finest first; longitudes may run on beyond ±180 so that no step is wider than 180°.
    package var levels: [[Coordinate]]

    package init(kind: ArcKind, levels: [[Coordinate]]) {
      self.kind = kind
      self.levels = levels
    }
  }

  /// A closed loop with its area on the left.
  package struct Ring {
    package var arcs: [ArcReference]
    /// Square kilometres, for leaving out what is too small to see.
    package var area: Double

    package init(arcs: [ArcReference], area: Double) {
      self.arcs = arcs
      self.area = area
    }
  }

  /// A country or first-level unit.
  package struct Area {
    /// ISO 3166-1 alpha-2 of the country; `--` for land that no country has alone.
    package var country: String
    package var name: String
    /// Inside the largest polygon, far from its edge.
    package var label: Coordinate
    package var rings: [Ring]

    package init(country: String, name: String, label: Coordinate, rings: [Ring]) {
      self.country = country
      self.name = name
      self.label = label
      self.rings = rings
    }
  }

  package var arcs: [Arc] = []
  /// All land as one area.
  package var land: [Ring] = []
  package var countries: [Area] = []
  package var units: [Area] = []
  /// How far, in metres, the lines of each level may be from the source.
  package var tolerances: [Double] = []

  package init() {}
}
