import Health
import JSON
import MCP
import MCPConnection
import MCPHTTP

/// One contact in the making: performs the steps, and turns what is seen into facts.
struct Check<C: Clock<Duration>>: Sendable {
    let prober: Prober<C>
    let subject: ProbeSubject
    let bounds: ProbeBounds
    let channel: HTTPChannel?
    let recorder: RecordedExchanger?
    let startedAt: Moment
    let progress: ContactProgress

    init(
        prober: Prober<C>,
        subject: ProbeSubject,
        bounds: ProbeBounds,
        channel: HTTPChannel? = nil,
        recorder: RecordedExchanger? = nil,
        startedAt: Moment? = nil,
        progress: ContactProgress = ContactProgress(.handshake)
    ) {
        self.prober = prober
        self.subject = subject
        self.bounds = bounds
        self.channel = channel
        self.recorder = recorder
        self.startedAt = startedAt ?? prober.now
        self.progress = progress
    }

    /// Lists and probes; nil when it was cancelled.
    func run(
        _ client: Client,
        lists: Bool,
        _ onTools: (@Sendable ([Tool]?) -> Void)? = nil
    ) async -> ContactReport? {
        let violationsBefore = client.violations.count
        let linesBefore = client.errorTail.droppedLines + client.errorTail.lines.count
        var times: [ContactStep: Duration] = [:]
        var tools: [Tool]?

        func report(_ sighting: Sighting?, _ step: ContactStep, since start: Moment) -> ContactReport? {
            guard let sighting, !Task.isCancelled else { return nil }
            let violations = Array(client.violations.dropFirst(violationsBefore))
            times[step] = prober.now.since(start)
            let outcome = outcome(
                of: explained(sighting, by: violations),
                step: step,
                errorLines: newLines(of: client.errorTail, after: linesBefore) + strayLines(violations),
                latency: prober.now.since(start)
            )
            var report = ContactReport(outcome)
            (report.tools, report.server, report.times, report.violations) = (tools, client.server, times, violations)
            return report
        }

        if lists || subject.probe == nil {
            let start = prober.now
            progress.begin(.list)
            recorder?.forget()
            let listing = await list(client)
            if case .success(let listed) = listing { tools = listed }
            onTools?(tools)
            guard let listed = report(sighting(listing), .list, since: start) else { return nil }
            guard subject.probe != nil, listed.outcome.outcomeClass == .good else { return listed }
        }
        guard let call = subject.probe else { return nil }
        let start = prober.now
        progress.begin(.probe)
        recorder?.forget()
        let answer = await client.outcome(
            of: "tools/call",
            params: ["name": .string(call.tool), "arguments": .object(call.arguments)],
            options: RequestOptions(timeLimit: .within(call.timeLimit ?? bounds.probe))
        )
        return report(sighting(answer, tool: call.tool, client), .probe, since: start)
    }

    /// The outcome of a contact that ended with this.
    func outcome(of sighting: Sighting, step: ContactStep, errorLines: [String], latency: Duration) -> Outcome {
        subject.classifier.outcome(
            of: ContactFacts(
                sighting,
                step: step,
                http: recorder?.lastRefusal,
                errorLines: errorLines,
                latency: latency,
                at: prober.now,
                startedAt: startedAt
            )
        )
    }

    /// The report of a contact that used up all its time, at the step that was under way then.
    func overdue(after bound: Duration) -> ContactReport {
        ContactReport(
            outcome(
                of: .timedOut(after: bound),
                step: progress.step,
                errorLines: [],
                latency: prober.now.since(startedAt)
            )
        )
    }

    // MARK: Steps

    private func list(_ client: Client) async -> Result<[Tool], ListingFailure> {
        do throws(ListingFailure) {
            let tools = try await client.listTools(
                limitInPages: bounds.pageLimit,
                known: prober.knownPages,
                options: RequestOptions(timeLimit: .within(bounds.list))
            )
            return .success(tools)
        } catch {
            return .failure(error)
        }
    }

    private func sighting(_ listing: Result<[Tool], ListingFailure>) -> Sighting? {
        switch listing {
        case .success(let tools) where tools.count > bounds.toolLimit:
            .violation(rule: "too-many-tools", "it lists \(tools.count) tools, more than \(bounds.toolLimit)")
        case .success(let tools): .listed(tools: tools.count)
        case .failure(.request(let failure)):
            behind(failure.outcome) ?? Sighting(failure.outcome, exit: failure.exitStatus)
        case .failure(let failure): Sighting(failure)
        }
    }

    func sighting(_ outcome: RequestOutcome, tool: String, _ client: Client) -> Sighting? {
        guard case .result(let payload) = outcome else {
            return behind(outcome) ?? Sighting(outcome, exit: client.exitStatus)
        }
        do throws(ShapeError) {
            return .toolResult(ToolAnswer(tool: tool, try CallToolResult(json: payload.value)))
        } catch {
            return .violation(rule: "invalid-result", "\(error)")
        }
    }

    /// The HTTP fault in the place of an answer; nil when there is none.
    private func behind(_ outcome: RequestOutcome) -> Sighting? {
        let fault: HTTPFault? =
            switch outcome {
            case .error(let error): channel?.fault(behind: error)
            case .lost, .notSent: channel?.connectionFault
            default: nil
            }
        guard let fault else { return nil }
        // Who has opened a session speaks the protocol: only a page for people can come from somebody else.
        if case .notMCP(_, let type, _) = fault, type == nil || type == "application/json" {
            return .violation(rule: "http", fault.description)
        }
        return Sighting(fault, recorded: recorder?.lastRefusal)
    }

    // MARK: What explains silence

    /// A server that seems silent may have answered in a way that no one could take.
    func explained(_ sighting: Sighting, by violations: [ProtocolViolation]) -> Sighting {
        guard case .timedOut = sighting else { return sighting }
        let spoiled = violations.last { $0.blame == .server && ($0.code.spoilsAnswers || $0.isBrokenMessage) }
        return spoiled.map { Sighting($0) } ?? sighting
    }

    /// Lines on standard output that are no messages: they belong to the log, and say what the server waits for.
    func strayLines(_ violations: [ProtocolViolation]) -> [String] {
        violations.filter { $0.code == .notJSON && !$0.isBrokenMessage }.compactMap(\.excerpt)
    }

    private func newLines(of tail: ErrorTail, after before: Int) -> [String] {
        Array(tail.lines.suffix(max(0, tail.droppedLines + tail.lines.count - before)))
    }
}

extension ProtocolViolation {
    /// Whether a line that is no JSON was meant to be a message, rather than prose that strayed to standard output.
    fileprivate var isBrokenMessage: Bool {
        code == .notJSON && excerpt?.first.map { "{[".contains($0) } == true
    }
}

extension ProtocolViolation.Code {
    /// Whether an answer may have been lost by it.
    fileprivate var spoilsAnswers: Bool {
        switch self {
        case .oversizeMessage, .truncatedMessage, .invalidMessage, .invalidID, .batchNotAllowed, .resultNotAnObject,
            .errorWithoutID, .unknownResponseID, .foreignResponseID, .invalidResult, .unknownResultType:
            true
        default: false
        }
    }
}
