import Conformance
import Glibc
import HTTPTestSupport
import MCP
import MCPHTTP
import MockEverything
import TestSupport
import Testing

/// Our own client, started in memory; every message that it sends is held against its schema unless it is broken.
struct PlayerStarter: ClientStarter {
    let pool: HTTPPool
    var tampering: ClientTampering?

    func play(_ start: ClientStart) async -> ClientEnding {
        let ended = await withTaskGroup(of: ClientEnding.self) { group in
            group.addTask { await run(start) }
            group.addTask {
                // Cancelled when the client was faster.
                try? await ContinuousClock().sleep(for: start.bound)
                return .timedOut(start.bound)
            }
            let first = await group.next() ?? .timedOut(start.bound)
            group.cancelAll()
            return first
        }
        return tampering?.ending ?? ended
    }

    private func run(_ start: ClientStart) async -> ClientEnding {
        let judge = WireJudge([.clientToServer])
        let exchanger: any HTTPExchanger =
            if let tampering { TamperedExchanger(pool, tampering) } else { MessageJudge(pool: pool, judge: judge) }
        defer { judge.report() }
        let authorization = ScenarioAuthorization(
            exchanger: exchanger,
            clock: ContinuousClock(),
            now: { Int64(Glibc.time(nil)) }
        )
        do {
            let player = try ScenarioPlayer(
                address: start.address,
                version: start.variables["MCP_CONFORMANCE_PROTOCOL_VERSION"],
                context: start.variables["MCP_CONFORMANCE_CONTEXT"],
                authorizing: authorization.authorizer
            )
            try await player.play(
                start.variables["MCP_CONFORMANCE_SCENARIO"],
                exchanger: exchanger,
                clock: ContinuousClock()
            )
            return .exited(0, words: "")
        } catch {
            return .exited(1, words: "\(error)")
        }
    }
}

/// Judges what goes to the MCP server, and lets pass what goes to authorization servers.
private struct MessageJudge: HTTPExchanger {
    let pool: HTTPPool
    let judge: WireJudge

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        guard call.isToServer else { return try await pool.exchange(call) }
        return try await JudgedExchanger(pool, judge: judge).exchange(call)
    }
}
