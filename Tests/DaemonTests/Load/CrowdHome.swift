import Foundation
import Gateway
import Health
import JSON
import Logging
import MCP
import MCPHTTP
import MockEverything
import Store
import TestSupport
import Testing

@testable import Daemon

/// A daemon with one role, `crowd`, over servers of both eras and both transports.
struct CrowdHome {
    let desk: Desk<ContinuousClock>
    /// The address of the role's endpoint.
    let address: HTTPAddress
    /// The address of the daemon, as commands are told it.
    let url: String

    /// Integrations that are played by `openwork-mock` over standard streams.
    static let played = ["old", "new"]

    /// Runs all of it while the body works; further entries are played beside the usual ones.
    static func with(
        _ more: [JSONValue] = [],
        _ body: @escaping @Sendable (CrowdHome) async throws -> Void
    ) async throws {
        let mock = try #require(BuiltProduct.path(of: "openwork-mock"))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let everything = EverythingServer(seal: RequestStateSeal(now: { .zero }))
        let (ports, sink) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let server = everything.application(
            settings: everything.endpointSettings(.modern),
            port: 0,
            clock: ContinuousClock(),
            logger: logger
        ) { sink.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let home = try LoginHome()
            let remote: JSONValue = [
                "kind": "remote", "transport": "streamable-http", "url": .string("http://127.0.0.1:\(port)/mcp"),
            ]
            var entries = [
                entry("old", mock, "--revision", "2025-06-18"), entry("new", mock, "--revision", "modern"),
                entry("everything", servers: [remote]),
            ]
            entries += more
            try home.write(.array(entries))
            try writeRole(home, entries.compactMap { $0["id"]?.stringValue })
            try await open(home, entries, body)
            group.cancelAll()
        }
    }

    private static func open(
        _ home: LoginHome,
        _ entries: [JSONValue],
        _ body: @escaping @Sendable (CrowdHome) async throws -> Void
    ) async throws {
        try await home.open(now: { WallTime(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1_000)) }) { desk in
            for id in entries.compactMap({ $0["id"]?.stringValue }) { _ = try await desk.enable(id) }
            let names = ["old__echo", "new__echo", "test_trigger_resource_update"]
            while let catalogue = desk.served["crowd"]?.gateway.catalogue,
                !names.allSatisfy({ catalogue.tool($0) != nil })
            { try await ContinuousClock().sleep(for: .milliseconds(20)) }
            try await Caller.with(desk) { caller in
                let url = "http://127.0.0.1:\(caller.port)"
                try await body(CrowdHome(desk: desk, address: HTTPAddress("\(url)/mcp/crowd"), url: url))
            }
        }
    }

    private static func writeRole(_ home: LoginHome, _ members: [String]) throws {
        let role: JSONValue = ["id": "crowd", "name": "Crowd", "mcpServers": .array(members.map { .string($0) })]
        try FileManager.default.createDirectory(atPath: "\(home.path)/roles", withIntermediateDirectories: true)
        try Data(role.text().utf8).write(to: URL(filePath: "\(home.path)/roles/crowd.json"), options: .atomic)
    }

    /// An integration that a program plays.
    static func entry(_ id: String, _ executable: String, _ arguments: String...) -> JSONValue {
        let arguments = JSONValue.array(arguments.map { .string($0) })
        return entry(
            id,
            servers: [["kind": "command", "executable": .string(executable), "arguments": arguments]]
        )
    }

    /// An integration with these servers.
    static func entry(_ id: String, servers: [JSONValue]) -> JSONValue {
        ["id": .string(id), "name": .string(id), "auth": ["kind": "none"], "servers": .array(servers)]
    }
}
