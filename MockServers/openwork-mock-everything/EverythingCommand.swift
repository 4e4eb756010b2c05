import ArgumentParser
import Crypto
import Glibc
import Hummingbird
import Logging
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import UnixSignals

/// `everything`: serves until standard input is closed (stdio) or the process is told to end (HTTP).
struct EverythingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "everything",
        abstract: "A sound server with every feature of the protocol, in every revision.",
        discussion: """
            It carries the fixture tools, resources and prompts that the scenarios of the \
            official conformance suite expect.

            For a client that starts its servers:
              openwork-mock everything

            Over HTTP; the address is printed on stderr:
              openwork-mock everything --transport http --port 3000

            Only the stateless era, or one revision:
              openwork-mock everything --transport http --stateless
              openwork-mock everything --revision 2025-06-18

            Exit codes: 0 stdin was closed or the process was told to end, 64 wrong usage, \
            71 the port is taken or the system is short of something.
            """
    )

    enum Transport: String, ExpressibleByArgument, CaseIterable {
        case stdio, http
    }

    @Option(help: "How clients reach it: stdio or http.")
    var transport = Transport.stdio

    @Option(help: "The port on 127.0.0.1 for http; 0 takes any that is free.")
    var port = 0

    @Option(help: "What it speaks: dual, legacy, modern, or one revision by its date.")
    var revision = "dual"

    @Flag(help: "The same as --revision modern: no sessions, nothing remembered between requests.")
    var stateless = false

    @Option(help: ArgumentHelp("Items in one page of a listing.", valueName: "count"))
    var pageSize = 1_000

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp("What it does wrong over HTTP; may be repeated.", valueName: "name")
    )
    var faults: [String] = []

    @Flag(help: "Name the faults and end.")
    var listFaults = false

    func validate() throws {
        for fault in faults where EndpointFaultCatalogue.fault(named: fault) == nil {
            throw ValidationError("--fault \(fault) is none: --list-faults names them")
        }
        if !faults.isEmpty, transport == .stdio {
            throw ValidationError("--fault is for --transport http here: openwork-mock has those of stdio")
        }
        guard offer != nil else {
            let names = ["dual", "legacy", "modern"] + ProtocolRevision.allCases.map(\.rawValue)
            throw ValidationError("revision '\(revision)' is not spoken here: write \(names.joined(separator: ", "))")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is none: give 0 to 65535") }
        guard pageSize > 0 else { throw ValidationError("--page-size \(pageSize) is too small: give 1 or more") }
    }

    private var offer: RevisionOffer? {
        if stateless { return .modern }
        return switch revision {
        case "dual": .all
        case "legacy": .legacy
        case "modern": .modern
        default: ProtocolRevision(rawValue: revision).map { .only($0) }
        }
    }

    func run() async throws {
        guard !listFaults else {
            return print(EndpointFaultCatalogue.listing)
        }
        let start = ContinuousClock.now
        let server = EverythingServer(
            seal: RequestStateSeal(now: { start.duration(to: .now) }),
            itemsPerPage: pageSize
        )
        let offer = offer ?? .all
        do {
            switch transport {
            case .stdio: try await server.serveStandardStreams(offer)
            case .http: try await serve(server, offer)
            }
        } catch {
            Self.say("\(error)")
            throw ExitCode(71)
        }
    }

    private func serve(_ server: EverythingServer, _ offer: RevisionOffer) async throws {
        var logger = Logger(label: "openwork-mock", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = .error
        let application = server.application(
            settings: server.endpointSettings(offer),
            port: port,
            faults: faults.compactMap { EndpointFaultCatalogue.fault(named: $0) },
            clock: ContinuousClock(),
            logger: logger,
            onReady: { port in Self.say("listening on http://127.0.0.1:\(port)/mcp") }
        )
        try await application.run(untilOneOf: [.sigterm, .sigint])
    }

    private static func say(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
