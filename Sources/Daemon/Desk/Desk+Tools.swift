package import DaemonAPI
import Health
import Install
import JSON
import Logging
import MCP
import Redaction
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// Listed ones come from the server; others are what its entry promises.
    package func tools(_ id: String) async throws -> [ToolReport] {
        let entry = try entry(id)
        let chosen = memory.withLock { $0.servers[id] }.flatMap { entry.server($0) } ?? entry.preferredServer
        let known = chosen.map { entry.listedTools(of: $0) } ?? entry.tools
        if let listed = fleet.tools(of: id) {
            let facts = Dictionary(known.map { ($0.name, $0) }) { first, _ in first }
            // A server may put what it was given into what it says of its tools.
            let mask = memory.withLock { $0.masks[id] } ?? IntegrationMask()
            return listed.map { tool in
                ToolReport(
                    name: mask.masked(tool.name),
                    summary: tool.summary.map { mask.masked($0) },
                    inputSchema: mask.masked(tool.inputSchema),
                    isListed: true,
                    isReadOnly: facts[tool.name]?.isReadOnly ?? tool.annotations.isReadOnly
                )
            }
        }
        return known.map {
            ToolReport(name: $0.name, summary: $0.summary, isListed: false, isReadOnly: $0.isReadOnly ?? false)
        }
    }

    /// Known secrets are masked in what the tool answers.
    package func call(_ id: String, _ request: CallRequest) async throws -> CallReport {
        _ = try entry(id)
        return try await audited("call", id, tool: request.tool, outcome: \.outcome) {
            let start = clock.now
            do throws(CallFailure) {
                let (payload, meaning) = try await fleet.judgedCall(
                    id,
                    tool: request.tool,
                    arguments: request.arguments
                )
                let result = payload.value
                let mask = memory.withLock { $0.masks[id] } ?? IntegrationMask()
                let isError = result["isError"]?.boolValue ?? false
                // A tool may refuse what it was asked for, which says nothing about its server.
                let usual = isError ? "tool_error" : "ok"
                let outcome = meaning.map { $0.outcomeClass == .good ? usual : $0.code.rawValue } ?? usual
                return CallReport(
                    tool: request.tool,
                    outcome: outcome,
                    result: mask.masked(result),
                    durationMs: Int(start.duration(to: clock.now).milliseconds)
                )
            } catch {
                throw problem(error)
            }
        }
    }

    private func problem(_ failure: CallFailure) -> Problem {
        let status =
            switch failure.code {
            case .unknownIntegration, .unavailable, .notReady: 409
            case .refused: 422
            case .timeout: 504
            case .lost, .invalid: 502
            case .cancelled: 499
            }
        let id = failure.integration
        let fix =
            switch failure.code {
            case .unknownIntegration: "configure or enable it: openwork configure \(id)"
            case .unavailable, .notReady, .lost: "see why: openwork show \(id)"
            case .timeout: "try again, or look at what it does: openwork logs \(id)"
            case .refused: "correct the name of the tool and its arguments: openwork tools \(id)"
            case .invalid: "take another version of its server, or report it to its makers"
            case .cancelled: "send the request again"
            }
        return Problem(status, "call_\(failure.code.rawValue)", failure.message, fix: fix)
    }

    // MARK: Logs

    /// None for an integration that does not run.
    package func logs(_ id: String, last count: Int) async throws -> [DaemonAPI.LogLine] {
        _ = try entry(id)
        return fleet.log(of: id)?.lines(last: count).map { DaemonAPI.LogLine($0) } ?? []
    }

    /// Ends at once for an integration that does not run.
    package func followLogs(_ id: String, last count: Int) async throws -> AsyncStream<DaemonAPI.LogLine> {
        _ = try entry(id)
        guard let log = fleet.log(of: id) else {
            return AsyncStream { $0.finish() }
        }
        // Followed first: a line that comes in between is told twice rather than never, and left out by its number.
        let subscription = log.follow()
        let follower = LogFollower(log.lines(last: count), subscription.makeAsyncIterator())
        return AsyncStream(unfolding: { await follower.next() })
    }
}

extension DaemonAPI.LogLine {
    init(_ line: Supervision.LogLine) {
        let text =
            switch line.kind {
            case .said: line.text
            case .noted: "— \(line.text)"
            case .gap(let lines): "— \(lines) lines were not kept"
            }
        self.init(at: Timestamp(milliseconds: line.at.milliseconds), text: text)
    }
}

/// Gives the lines that are there, then those that follow.
private actor LogFollower {
    private var present: ArraySlice<Supervision.LogLine>
    private var following: AsyncStream<Supervision.LogLine>.Iterator
    private var last: UInt64 = 0

    init(_ present: [Supervision.LogLine], _ following: AsyncStream<Supervision.LogLine>.Iterator) {
        self.present = present[...]
        self.following = following
    }

    func next() async -> DaemonAPI.LogLine? {
        if let line = present.popFirst() {
            last = line.number
            return DaemonAPI.LogLine(line)
        }
        var following = following
        while let line = await following.next(isolation: #isolation) {
            if line.number > last {
                last = line.number
                return DaemonAPI.LogLine(line)
            }
        }
        return nil
    }
}
