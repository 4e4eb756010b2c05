import Health
package import MCP
package import MCPConnection
package import MCPHTTP

/// Connections that live on: what is told is why there was none, or why it ended.
extension Prober {
    /// Starts a server and holds its session open for as long as the body takes; the server is ended after it.
    ///
    /// The body says why the connection ended, or nil when it had enough of it.
    package func hold(
        starting server: StdioServer,
        _ subject: ProbeSubject,
        bounds: ProbeBounds = ProbeBounds(),
        offer: RevisionOffer = .all,
        party: HeldParty = HeldParty(),
        tap: WireTap = .none,
        guardedBy guardian: ServerGuard? = nil,
        _ body: @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd {
        let check = Check(prober: self, subject: subject, bounds: bounds)
        do throws(LaunchError) {
            let run = try await withStdioClient(
                server,
                configuration: configuration(bounds, offer, party),
                limits: bounds.channel,
                teardown: bounds.teardown,
                handlers: party.handlers,
                tap: tap,
                guardedBy: guardian,
                clock: clock
            ) { client in await body(HeldConnection(client: client, channel: nil, recorder: nil)) }
            return check.end(of: run, fault: nil)
        } catch {
            return HeldEnd(notStarted(Sighting(error), check), wasOpen: false)
        }
    }

    /// Connects over a channel and holds the session open; the channel is closed after it.
    package func hold(
        over messages: any MessageChannel,
        _ subject: ProbeSubject,
        bounds: ProbeBounds = ProbeBounds(),
        offer: RevisionOffer = .all,
        party: HeldParty = HeldParty(),
        tap: WireTap = .none,
        _ body: @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd {
        let check = Check(prober: self, subject: subject, bounds: bounds)
        let run = await withClient(
            over: messages,
            configuration: configuration(bounds, offer, party),
            limits: bounds.channel,
            handlers: party.handlers,
            tap: tap,
            clock: clock
        ) { client in await body(HeldConnection(client: client, channel: nil, recorder: nil)) }
        return check.end(of: run, fault: nil)
    }

    /// Connects to a server over HTTP and holds the session open.
    package func hold(
        _ settings: HTTPClientSettings,
        exchanger: any HTTPExchanger,
        _ subject: ProbeSubject,
        bounds: ProbeBounds = ProbeBounds(),
        offer: RevisionOffer = .all,
        party: HeldParty = HeldParty(),
        tap: WireTap = .none,
        _ body: @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd {
        let recorder = RecordedExchanger(exchanger, wallSeconds: wallSeconds)
        let check = Check(prober: self, subject: subject, bounds: bounds, recorder: recorder)
        let run = await withHTTPClient(
            settings,
            exchanger: recorder,
            configuration: configuration(bounds, offer, party),
            handlers: party.handlers,
            tap: tap,
            clock: clock
        ) { client, channel in await body(HeldConnection(client: client, channel: channel, recorder: recorder)) }
        return check.end(of: run.run, fault: run.fault)
    }

    /// What a server comes to that cannot even be started, for a reason in words.
    package func unable(_ subject: ProbeSubject, because reason: String) -> ContactReport {
        notStarted(.spawnFailed(reason), Check(prober: self, subject: subject, bounds: ProbeBounds()))
    }

    private func notStarted(_ sighting: Sighting, _ check: Check<C>) -> ContactReport {
        ContactReport(
            check.outcome(of: sighting, step: .launch, errorLines: [], latency: now.since(check.startedAt))
        )
    }
}

extension Check {
    /// Lines of standard error before an end that say why it came, rather than what was long before.
    private static var lastWords: Int { 20 }

    /// Why a held connection is none any more.
    fileprivate func end(of run: ClientRun<ConnectionEnd?>, fault: HTTPFault?) -> HeldEnd {
        switch run.outcome {
        case .success(nil): return HeldEnd(nil, wasOpen: true, exits: run.exits)
        case .success(let end?):
            let exit = run.exits.last.flatMap { $0.ending == .byItself ? $0.status : nil }
            let below = fault.flatMap { Sighting($0, recorded: recorder?.lastRefusal) }
            let fresh = Check(prober: prober, subject: subject, bounds: bounds, recorder: recorder)
            var report = ContactReport(
                fresh.outcome(
                    of: below ?? Sighting(end, exit: exit),
                    step: .connect,
                    errorLines: (run.exits.last?.errorTail.lines ?? []).suffix(Self.lastWords),
                    latency: .zero
                )
            )
            (report.exits, report.violations) = (run.exits, run.violations)
            return HeldEnd(report, wasOpen: true, exits: run.exits)
        case .failure(let failure as ConnectFailure):
            let report = report(failure, exits: run.exits, violations: run.violations, fault: fault)
            return HeldEnd(report, wasOpen: false, exits: run.exits)
        case .failure:
            return HeldEnd(nil, wasOpen: false, exits: run.exits)
        }
    }
}
