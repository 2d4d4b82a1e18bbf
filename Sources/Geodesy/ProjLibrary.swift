import CProj
import DataFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The libproj that this process runs.
package enum ProjLibrary {
  /// "9.1.1"
  package static var version: String { proj_info().version.map { String(cString: $0) } ?? "unknown" }

  /// The folder of a `proj.db` that came with the program: `../share/dateline/proj` beside it. A program that carries its own
  /// libproj must not read the system's database, which may be of another version. Nil where there is none, and where the user
  /// names another one by `PROJ_DATA` or `PROJ_LIB`.
  static let ownData: String? = {
    let named = [getenv("PROJ_DATA"), getenv("PROJ_LIB")].contains { value in value.map { $0.pointee != 0 } ?? false }
    return named ? nil : DataFileLocator.current.shared("proj/proj.db").map { String($0.dropLast("/proj.db".count)) }
  }()
}
