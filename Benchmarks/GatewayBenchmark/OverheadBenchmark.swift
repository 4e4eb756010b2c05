import Foundation
import JSON

/// One call through the gateway beside the bare call, the floor, and proxies that others have made.
struct OverheadBenchmark {
    /// How many clients, and how long the text is that each sends and gets back.
    struct Cell: Hashable {
        let clients: Int
        let bytes: Int

        var name: String { "\(clients)x\(bytes)" }

        static let all = [
            Cell(clients: 1, bytes: 1_000), Cell(clients: 16, bytes: 1_000), Cell(clients: 64, bytes: 1_000),
            Cell(clients: 256, bytes: 1_000), Cell(clients: 1, bytes: 64_000), Cell(clients: 1, bytes: 1_000_000),
            Cell(clients: 16, bytes: 1_000_000), Cell(clients: 1, bytes: 4_000_000),
        ]
    }

    let arguments: Arguments

    /// Figures by cell and contender.
    func run() throws -> [String: [String: Figures]] {
        var servers: [RunningServer] = []
        let daemon = try BenchmarkDaemon(
            arguments.program("openworkd"),
            [
                BenchmarkDaemon.entry(
                    "mock",
                    [arguments.program("openwork-mock"), "--revision", "2025-06-18"],
                    tools: ["echo"]
                )
            ],
            waitingFor: ["\"echo\""]
        )
        defer {
            daemon.end()
            for server in servers { server.end() }
        }
        var contenders = [
            Contender.pipe(arguments.program("openwork-mock")),
            .http("gateway", daemon.server, daemon.path, .legacy),
            .http("gateway, modern", daemon.server, daemon.path, .modern),
        ]
        for (name, path, words) in peers() {
            let port = try RunningServer.freePort()
            let log = NSTemporaryDirectory() + "gateway-benchmark-\(port).log"
            do {
                let words = words.map { $0 == "PORT" ? String(port) : $0 }
                let server = try RunningServer(words, port: port, log: log)
                servers.append(server)
                contenders.append(.http(name, server, path, name == Self.floor ? .echo : .legacy))
            } catch {
                FileHandle.standardError.write(Data("\(name) is not measured: \(error)\n".utf8))
            }
        }
        return measure(contenders.filter { arguments.only == nil || $0.name == arguments.only })
    }

    /// The raw echo.
    static let floor = "raw echo"

    private func peers() -> [(name: String, path: String, words: [String])] {
        let mock = [arguments.program("openwork-mock"), "--revision", "2025-06-18"]
        let own = CommandLine.arguments[0]
        var peers = [(Self.floor, "/", [own, "echo", "PORT"])]
        if let folder = arguments.peers {
            peers.append(("mcp-proxy", "/mcp", ["\(folder)/mcp-proxy/bin/mcp-proxy", "--port", "PORT", "--"] + mock))
            let script = arguments.directory + "/fastmcp_proxy.py"
            peers.append(("FastMCP proxy", "/mcp", ["\(folder)/fastmcp/bin/python", script, "PORT"] + mock))
        }
        return peers
    }

    /// All take turns in each cell, and several times: what else the machine does hits all alike.
    private func measure(_ contenders: [Contender]) -> [String: [String: Figures]] {
        var best: [String: [String: Figures]] = [:]
        for _ in 0..<arguments.rounds {
            for cell in Cell.all where arguments.cell == nil || arguments.cell == cell.name {
                for contender in contenders {
                    do {
                        let figures = try contender.run(cell.clients, cell.bytes, arguments.time)
                        let known = best[cell.name]?[contender.name]
                        best[cell.name, default: [:]][contender.name] = known.map { $0.best(figures) } ?? figures
                    } catch {
                        let line = "\(contender.name), \(cell.name): \(error)\n"
                        FileHandle.standardError.write(Data(line.utf8))
                    }
                }
            }
        }
        return best
    }
}
