import Health
package import MCP
package import MCPConnection
package import MCPHTTP

/// Contacts that make a connection of their own and end it.
extension Prober {
    /// Starts a server, probes it, and ends it and everything it started.
    ///
    /// Without `lists` only the probe is called: a recording of it may know no list.
    /// - Returns: nil when the task was cancelled; the server has ended then too.
    package func contact(
        starting server: StdioServer,
        _ subject: ProbeSubject,
        bounds: ProbeBounds = ProbeBounds(),
        lists: Bool = true,
        offer: RevisionOffer = .all,
        tap: WireTap = .none,
        guardedBy guardian: ServerGuard? = nil
    ) async -> ContactReport? {
        let check = Check(prober: self, subject: subject, bounds: bounds)
        let report = await within(bounds.contact(with: subject), clock) { () async -> ContactReport? in
            do throws(LaunchError) {
                let run = try await withStdioClient(
                    server,
                    configuration: configuration(bounds, offer),
                    limits: bounds.channel,
                    teardown: bounds.teardown,
                    tap: tap,
                    guardedBy: guardian,
                    clock: clock
                ) { client in await check.opened(client, at: now, lists: lists) }
                return check.report(of: run)
            } catch {
                return ContactReport(
                    check.outcome(
                        of: Sighting(error),
                        step: .launch,
                        errorLines: [],
                        latency: now.since(check.startedAt)
                    )
                )
            }
        }
        return report ?? (Task.isCancelled ? nil : check.overdue(after: bounds.contact(with: subject)))
    }

    /// Connects over a channel, probes, and closes the session; the channel is closed too.
    /// - Returns: nil when the task was cancelled.
    package func contact(
        over messages: any MessageChannel,
        _ subject: ProbeSubject,
        bounds: ProbeBounds = ProbeBounds(),
        offer: RevisionOffer = .all,
        tap: WireTap = .none
    ) async -> ContactReport? {
        let check = Check(prober: self, subject: subject, bounds: bounds)
        let report = await within(bounds.contact(with: subject), clock) { () async -> ContactReport? in
            let run = await withClient(
                over: messages,
                configuration: configuration(bounds, offer),
                limits: bounds.channel,
                tap: tap,
                clock: clock
            ) { client in await check.opened(client, at: now) }
            return check.report(of: run)
        }
        return report ?? (Task.isCancelled ? nil : check.overdue(after: bounds.contact(with: subject)))
    }

    /// Connects to a server over HTTP, probes it, and closes the session.
    ///
    /// The exchanger makes the requests: usually an `HTTPPool`.
    /// - Returns: nil when the task was cancelled.
    package func contact(
        _ settings: HTTPClientSettings,
        exchanger: any HTTPExchanger,
        _ subject: ProbeSubject,
        bounds: ProbeBounds = ProbeBounds(),
        offer: RevisionOffer = .all,
        tap: WireTap = .none
    ) async -> ContactReport? {
        let progress = ContactProgress(.connect)
        var settings = settings
        settings.limits.messageBytes = min(settings.limits.messageBytes, bounds.channel.messageBytes)
        let bounded = settings
        let recorder = RecordedExchanger(exchanger, wallSeconds: wallSeconds) { progress.begin(.handshake) }
        let check = Check(prober: self, subject: subject, bounds: bounds, recorder: recorder, progress: progress)
        let report = await within(bounds.contact(with: subject), clock) { () async -> ContactReport? in
            let run = await withHTTPClient(
                bounded,
                exchanger: recorder,
                configuration: configuration(bounds, offer),
                tap: tap,
                clock: clock
            ) { client, channel in
                let inner = check.over(channel)
                return await inner.opened(client, at: now)
            }
            return check.report(of: run)
        }
        return report ?? (Task.isCancelled ? nil : check.overdue(after: bounds.contact(with: subject)))
    }

    func configuration(
        _ bounds: ProbeBounds,
        _ offer: RevisionOffer,
        _ party: HeldParty = HeldParty()
    ) -> ClientConfiguration {
        ClientConfiguration(info: info, capabilities: party.capabilities, offer: offer, bounds: bounds.session)
    }
}

extension Check {
    /// The same contact, over a channel of HTTP.
    func over(_ channel: HTTPChannel) -> Check {
        Check(
            prober: prober,
            subject: subject,
            bounds: bounds,
            channel: channel,
            recorder: recorder,
            startedAt: startedAt,
            progress: progress
        )
    }

    /// The session is open: the rest of the contact.
    func opened(_ client: Client, at moment: Moment, lists: Bool = true) async -> ContactReport? {
        var report = await run(client, lists: lists)
        report?.times[.handshake] = moment.since(startedAt)
        report?.violations = client.violations
        return report
    }

    /// What came of a run: the body's report, or why there was no session.
    func report(of run: ClientRun<ContactReport?>) -> ContactReport? {
        switch run.outcome {
        case .success(var report):
            report?.exits = run.exits
            return report
        case .failure(let failure as ConnectFailure):
            return report(failure, exits: run.exits, violations: run.violations, fault: nil)
        case .failure:
            return nil
        }
    }

    /// The same over HTTP, where a fault below tells more than the failure of the session.
    func report(of run: HTTPRun<ContactReport?>) -> ContactReport? {
        guard case .failure(let failure as ConnectFailure) = run.run.outcome else { return report(of: run.run) }
        return report(failure, exits: [], violations: run.run.violations, fault: run.fault)
    }

    func report(
        _ failure: ConnectFailure,
        exits: [ServerExit],
        violations: [ProtocolViolation],
        fault: HTTPFault?
    ) -> ContactReport? {
        // The exit, when it came a moment after the failure, says more.
        let exit = failure.exitStatus ?? exits.last.flatMap { $0.ending == .byItself ? $0.status : nil }
        let below = fault.map { Sighting($0, recorded: recorder?.lastRefusal) }
        guard let sighting = below ?? Sighting(failure.failure, exit: exit) else { return nil }
        var lines = failure.errorTail.lines
        if let last = exits.last?.errorTail.lines, last.count > lines.count { lines = last }
        let outcome = outcome(
            of: explained(sighting, by: violations),
            step: fault == nil ? .handshake : .connect,
            errorLines: lines + strayLines(violations),
            latency: prober.now.since(startedAt)
        )
        var report = ContactReport(outcome)
        (report.exits, report.violations) = (exits, violations)
        report.times[.handshake] = prober.now.since(startedAt)
        return report
    }
}
