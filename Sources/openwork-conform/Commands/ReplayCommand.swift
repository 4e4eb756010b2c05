import ArgumentParser
import Conformance
import Fixtures
import Glibc
import Hummingbird
import MCPHTTP
import Recording

/// `replay`: serves a recording as if it were the server.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Serve a recording as if it were the server.",
        discussion: """
            For a client that starts its servers, give it this command:
              openwork-conform replay time.jsonl

            Over HTTP; the address is printed on stderr:
              openwork-conform replay --http --port 3000 time.jsonl

            A request is found by its method and parameters; ids, progress tokens and _meta do not count. One that \
            was never recorded is answered with an error that shows the nearest recorded one and the difference.

            Exit codes: 0 the client left, 64 wrong usage, 65 the file is no fixture, 71 the port is taken.
            """
    )

    @Flag(help: "Serve over Streamable HTTP on 127.0.0.1 instead of stdio.")
    var http = false

    @Option(help: "The port for --http; 0 takes any that is free.")
    var port = 0

    @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
    var file: String

    func run() async throws {
        let fixture = try FixtureDestination.read(file)
        let today = CalendarDay(secondsSinceEpoch: time(nil))
        if fixture.header.isExpired(on: today) {
            say("\(file) expired on \(fixture.header.expires?.description ?? ""): record it again")
        }
        guard http else {
            // The slim mock serves it: it starts in a fraction of the time that this program needs.
            let mock = OwnExecutable.neighbour("openwork-mock")
            var words: [UnsafeMutablePointer<CChar>?] = ([mock, "--replay", file] as [String]).map { strdup($0) }
            words.append(nil)
            execv(mock, &words)
            say("\(mock) cannot be started: \(String(cString: strerror(errno))); install it beside openwork-conform")
            throw ExitCode(RunExitCode.harnessFault.rawValue)
        }
        let endpoint = ReplayEndpoint(fixture, clock: ContinuousClock())
        let (file, header) = (file, fixture.header)
        let application = endpoint.application(port: port, logger: .quiet) { port in
            say(
                "replaying \(file) (\(header.provenance.word) \(header.recordedAt)) on http://127.0.0.1:\(port)/mcp; "
                    + "Ctrl-C ends it"
            )
        }
        let failure = await Interrupts.cancelling { () async -> String? in
            do {
                try await application.run()
                return nil
            } catch {
                return Task.isCancelled ? nil : "\(error)"
            }
        }
        guard let failure else { return }
        say("port \(port): \(failure)")
        throw ExitCode(71)
    }
}
