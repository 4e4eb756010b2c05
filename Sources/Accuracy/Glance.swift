import Conformance
import Health
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Probing
import Registry
import Simulation

/// What simpler checks say of a server with a fault: each opens a session of its own, in memory and in virtual time.
struct Glance: Sendable {
    let subject: EntrySubject
    let faults: [String]
    let bounds: ProbeBounds
    let seed: UInt64

    /// The names under which they are reported.
    static let (ping, list) = ("ping", "tools/list")

    /// Whether any answer comes to a ping; the modern era knows no such request, and a refusal shows life as well.
    func pings() async -> Bool {
        await asks { client in
            switch await client.outcome(
                of: "ping",
                params: [:],
                options: RequestOptions(timeLimit: .within(bounds.list))
            ) {
            case .result, .error, .inputRequired: true
            default: false
            }
        }
    }

    /// Whether a list comes, whatever it holds.
    func lists() async -> Bool {
        await asks { client in
            let options = RequestOptions(timeLimit: .within(bounds.list))
            return (try? await client.listTools(limitInPages: bounds.pageLimit, options: options)) != nil
        }
    }

    private func asks(_ question: @escaping @Sendable (Client) async -> Bool) async -> Bool {
        let played = subject.played
        let sound = MockServer(played.integration, server: played.server, environment: subject.configuration)
        guard let mock = try? faults.reduce(sound, { try $0.failing($1) }).seeded(seed) else { return false }
        return await withVirtualTime { [bounds] clock in
            let (ours, theirs) = MemoryChannel.pair(limits: bounds.channel)
            let configuration = ClientConfiguration(
                info: Implementation(name: "check", version: "1"),
                bounds: bounds.session
            )
            return await withTaskGroup { group in
                group.addTask { _ = await mock.serve(over: theirs, clock: clock) }
                defer { group.cancelAll() }
                let run = await withClient(
                    over: ours,
                    configuration: configuration,
                    limits: bounds.channel,
                    clock: clock
                ) {
                    await question($0)
                }
                return (try? run.outcome.get()) ?? false
            }
        }
    }
}
