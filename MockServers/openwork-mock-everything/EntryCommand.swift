import ArgumentParser
import Glibc
import Logging
import MockCommands
import MockMCP
import MockMCPHTTP
import UnixSignals

/// `entry`: what `openwork-mock --transport http` becomes; it reads the same words.
struct EntryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entry",
        abstract: "The mock of an integration or of a script over HTTP: openwork-mock --help teaches it.",
        shouldDisplay: false,
        helpNames: []
    )

    @Argument(parsing: .captureForPassthrough)
    var words: [String] = []

    func run() async throws {
        do throws(CommandFault) {
            let command = try MockCommand(words: words)
            try await serve(try command.server(), port: command.port)
        } catch {
            error.endProcess()
        }
    }

    private func serve(_ mock: MockServer, port: Int) async throws(CommandFault) {
        let server: MockHTTPServer
        do throws(MockFaultError) {
            server = try MockHTTPServer(mock, clock: ContinuousClock(), log: Self.say)
        } catch {
            throw CommandFault(usage: error.description)
        }
        var logger = Logger(label: "openwork-mock", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = .critical
        let quiet = logger
        let wanted = mock.door?.wanted ?? []
        // Each says how the process is to end; nil for as it should.
        let outcome = await withTaskGroup(of: Result<MockExit?, any Error>.self) { group in
            group.addTask {
                do {
                    let exit = try await server.run(port: port, logger: quiet) { url in
                        Self.say(Array("listening on \(url)\n".utf8))
                        for field in wanted { Self.say(Array("it wants \(field)\n".utf8)) }
                    }
                    // Nothing is closed in order: what was cut off in the middle stays so.
                    exit?.endProcess()
                    return .success(nil)
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                for await signal in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
                    if signal == .sigint || server.terminate() { break }
                }
                return .success(server.exit)
            }
            let first = await group.next() ?? .success(nil)
            group.cancelAll()
            return first
        }
        switch outcome {
        case .success(let exit): exit?.endProcess()
        case .failure(let error): throw CommandFault(port: port, "\(error)")
        }
    }

    private static let say: @Sendable ([UInt8]) -> Void = { bytes in
        // There is nobody left to tell when this fails.
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
