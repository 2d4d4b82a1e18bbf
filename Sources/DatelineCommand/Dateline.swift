import ArgumentParser
import DatelineKit

/// `dateline`: turns news into maps.
@main
struct Dateline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline", abstract: "Turns news articles into GeoJSON and maps, offline.",
    version: "dateline \(DatelineVersion.current)",
    subcommands: [
      MapCommand.self, ReportCommand.self, RenderCommand.self, GeoparseCommand.self, ResolveCommand.self,
      IncidentsCommand.self, MergeCommand.self, DistanceCommand.self, PlacesCommand.self, ValidateCommand.self,
    ])

  /// Exit codes: 0 all done, 1 some input failed, 2 the command line is wrong.
  static func main() async {
    Console.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot(plainArguments(Array(CommandLine.arguments.dropFirst())))
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch let failure as InputFailure {
      Console.complain(failure.message)
      exit(withCode: 1)
    } catch let code as ExitCode where code.rawValue == 1 {
      exit(withCode: 1)
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code.isSuccess {
        print(text == configuration.version ? VersionReport().text : text)
        exit(withCode: 0)
      }
      Console.complain(text)
      exit(withCode: 2)
    }
  }

  /// Arguments such as `-74,40.7` with the minus of typography: no option begins with a digit, but the parser would look for one.
  /// Coordinates are read with either sign.
  static func plainArguments(_ arguments: [String]) -> [String] {
    guard let command = arguments.first, ["distance", "places"].contains(command) else { return arguments }
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments.enumerated().map { index, argument in
      guard index < end, argument.first == "-", let next = argument.dropFirst().first, next.isNumber || next == "."
      else {
        return argument
      }
      return "\u{2212}" + argument.dropFirst()
    }
  }

  private static func exit(withCode code: Int32) -> Never { Console.leave(code) }
}

/// An input that failed and ends the run: exit code 1.
struct InputFailure: Error {
  var message: String

  init(_ message: String) { self.message = message }

  /// With what an error says of itself.
  init(_ error: any Error) { message = "\(error)" }
}
