/// The version of the program and its libraries.
public enum DatelineVersion {
  /// Major, minor and patch, as [Semantic Versioning](https://semver.org) has them.
  public static let current = "0.1.0"
}
