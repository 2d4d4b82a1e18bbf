#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a chord says about the geodesic between its ends on the WGS 84 ellipsoid.
///
/// The geodesic is at least as long as the arc over the chord of a circle with the largest radius of curvature there is
/// (a²/b, at the poles) and at most as long as that with the smallest (b²/a, north to south on the equator):
/// - not shorter, because an ellipsoid whose normal curvatures are all at least 1/R is an intersection of balls of radius R, so
///   it contains the spindle that such arcs over the chord sweep, and no way outside the spindle is shorter than along it;
/// - not longer, because a geodesic's curvature is a normal curvature, at most 1/r (A. Schur's comparison theorem, 1921).
package enum GeodesicBound {
  private static let polarRadius = EarthVector.equatorialRadius * (1 - EarthVector.eccentricitySquared).squareRoot()
  /// b²/a, about 6335 km.
  static let smallestRadius = polarRadius * polarRadius / EarthVector.equatorialRadius
  /// a²/b, about 6400 km.
  static let largestRadius = EarthVector.equatorialRadius * EarthVector.equatorialRadius / polarRadius

  /// The least metres that a geodesic over `chord` metres measures.
  package static func shortest(chord: Double) -> Double {
    2 * largestRadius * asin(min(chord / (2 * largestRadius), 1))
  }

  /// The most metres that a geodesic over `chord` metres measures; infinite near the antipodes.
  package static func longest(chord: Double) -> Double {
    chord < 2 * smallestRadius ? 2 * smallestRadius * asin(chord / (2 * smallestRadius)) : .infinity
  }

  /// The longest chord, in metres, that a geodesic of `metres` can have.
  package static func longestChord(geodesic metres: Double) -> Double {
    let angle = metres / (2 * largestRadius)
    return angle < .pi / 2 ? 2 * largestRadius * sin(angle) : 2 * largestRadius
  }

  /// Every point with a chord longer than this is further by the geodesic than every point with a chord of `chord` metres.
  package static func decisive(chord: Double) -> Double {
    longestChord(geodesic: longest(chord: chord))
  }

  /// The same for chords as a ``ChordTree`` measures them.
  package static func decisive(measuredChord chord: Double) -> Double {
    let most = decisive(chord: chord + measuringError(chord))
    return most + 1.001 * measuringError(most)
  }

  /// By how many metres the chord that a ``ChordTree`` measures can be wrong: two points rounded to 1/128 m in three coordinates
  /// (14 mm) and six roundings to single precision.
  package static func measuringError(_ chord: Double) -> Double { 0.015 + 2e-7 * chord }

  /// A quick answer to whether a point measured at the chord `second` is further than one at `first`; false means undecided.
  ///
  /// Up to 6000 km `decisive(chord:)` exceeds the chord by less than 2.3e-17 of its cube (2.07e-17 for short ones,
  /// (1/b'² - 1/a'²)/24 with the two radii of curvature); above, nothing is decided.
  @inlinable
  package static func decides(measuredChord first: Double, before second: Double) -> Bool {
    second - first > 0.04 + 6e-7 * second + 2.4e-17 * second * second * second && second < 5_900_000
  }
}
