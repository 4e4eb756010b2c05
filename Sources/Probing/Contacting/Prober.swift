package import Health
package import MCP
package import MCPConnection
package import MCPHTTP

/// Makes contact with servers and says what came of it; holds no state, so that one serves all.
///
/// Whatever a server does, a contact ends within its bounds, and nothing that it started is left.
package struct Prober<C: Clock<Duration>>: Sendable {
    /// Counts bounds and latencies.
    package let clock: C
    let origin: C.Instant
    let wallSeconds: @Sendable () -> Int64
    let info: Implementation
    let knownPages: KnownToolPages?

    /// A prober whose moments count from the origin.
    /// - Parameters:
    ///   - clock: counts bounds and latencies.
    ///   - origin: the instant from which the health machines count too.
    ///   - wallSeconds: seconds since 1970, for headers that hold a date.
    ///   - info: who we say we are.
    ///   - knownPages: lists that need not be read again; nil where the same servers are seldom asked.
    package init(
        clock: C,
        origin: C.Instant,
        wallSeconds: @escaping @Sendable () -> Int64,
        info: Implementation,
        knownPages: KnownToolPages? = nil
    ) {
        self.clock = clock
        self.origin = origin
        self.wallSeconds = wallSeconds
        self.info = info
        self.knownPages = knownPages
    }

    /// Now, as moments count.
    package var now: Moment { Moment(origin.duration(to: clock.now)) }

    /// Probes a server over a connection that is there already and goes on: nothing is started or ended.
    ///
    /// Without `lists` only the probe is called; where there is none, the tools are listed all the same. Over HTTP the
    /// channel and the recording exchanger beneath tell what stood in the place of answers.
    /// Whoever wants the tools gets them as soon as they are listed, before the probe; nil when that failed.
    /// - Returns: nil when the task was cancelled first.
    package func check(
        _ client: Client,
        _ subject: ProbeSubject,
        bounds: ProbeBounds = ProbeBounds(),
        lists: Bool = true,
        channel: HTTPChannel? = nil,
        recorder: RecordedExchanger? = nil,
        onTools: (@Sendable ([Tool]?) -> Void)? = nil
    ) async -> ContactReport? {
        let check = Check(prober: self, subject: subject, bounds: bounds, channel: channel, recorder: recorder)
        return await within(bounds.contact(with: subject), clock) { await check.run(client, lists: lists, onTools) }
            ?? (Task.isCancelled ? nil : check.overdue(after: bounds.contact(with: subject)))
    }

    /// What a call of somebody else shows about the server: passive evidence, which costs no request.
    ///
    /// - Returns: nil when the caller gave it up.
    package func outcome(
        ofCall tool: String,
        ended: RequestOutcome,
        took latency: Duration,
        of client: Client,
        _ subject: ProbeSubject,
        channel: HTTPChannel? = nil,
        recorder: RecordedExchanger? = nil
    ) -> Outcome? {
        let check = Check(
            prober: self,
            subject: subject,
            bounds: ProbeBounds(),
            channel: channel,
            startedAt: now.advanced(by: .zero - latency)
        )
        guard let sighting = check.sighting(ended, tool: tool, client) else { return nil }
        return subject.classifier.outcome(
            of: ContactFacts(
                sighting,
                step: .call,
                // Calls run side by side: a refusal belongs to this one only if it is what this one ended with.
                http: sighting.isHTTP ? recorder?.lastRefusal : nil,
                errorLines: client.exitStatus == nil ? [] : client.errorTail.lines,
                latency: latency,
                at: now,
                source: .passive,
                startedAt: check.startedAt
            )
        )
    }

    /// What a server comes to that was never contacted, because required settings have no value.
    package func unconfigured(_ subject: ProbeSubject, missing: [String]) -> ContactReport {
        ContactReport(
            subject.classifier.outcome(
                of: ContactFacts(.unconfigured(missing: missing), step: .configure, at: now, startedAt: now)
            )
        )
    }
}

extension Sighting {
    fileprivate var isHTTP: Bool {
        if case .httpStatus = self { true } else { false }
    }
}
