import JSON
import MCP
import MCPConnection
import Synchronization

/// Leads the whole conversation with a server in one revision, process by process, and hands back the record.
struct Interview<C: Clock<Duration>>: Sendable {
    let host: any ServerHost
    let talk: Talk
    let clock: C
    /// Called when a step begins.
    let onStep: @Sendable (Step) -> Void

    /// Everything that was seen; never fails, because what goes wrong is what is looked for.
    func record() async -> SessionRecord {
        var record = await mainRecord()
        await addNegotiation(to: &record)
        await addDialogues(to: &record)
        return record
    }

    /// Legacy: what the client is asked, where the server has fixtures for it.
    private func addDialogues(to record: inout SessionRecord) async {
        guard case .opened(let session) = record.opening, session.revision.era == .legacy else {
            return
        }
        let gaps = Dialogues.gaps(in: record.listings[.firstListing])
        record.gaps.merge(gaps) { $1 }
        let steps = Dialogues.steps.intersection(talk.steps).subtracting(gaps.keys)
        guard !steps.isEmpty, !Task.isCancelled else {
            for step in steps {
                record.exchanges[step] = .notSent("tools/call", Interruption.reason)
            }
            return
        }
        let box = Mutex<(notes: StepNotes, ledger: WireLedger)?>(nil)
        _ = await host.withServer(offering: .only(session.revision)) { server in
            let part = await beside(server, ProcessNumber.dialogue, replies: true) { conversation in
                await Dialogues.run(conversation, talk, session.revision, without: gaps, onStep: onStep)
            }
            box.withLock { $0 = part }
        }
        guard let part = box.withLock({ $0 }) else {
            return
        }
        record.lines += part.ledger.lines
        record.unkeptLines += part.ledger.unkeptLines
        record.exchanges.merge(part.notes.exchanges) { $1 }
    }

    /// Legacy: a handshake with a revision that does not exist.
    private func addNegotiation(to record: inout SessionRecord) async {
        guard case .opened(let session) = record.opening, session.revision.era == .legacy,
            talk.steps.contains(.unknownRevision) || talk.steps.contains(.earlyPing)
        else {
            return
        }
        guard !Task.isCancelled else {
            record.exchanges[.unknownRevision] = .notSent("initialize", Interruption.reason)
            record.exchanges[.earlyPing] = .notSent("ping", Interruption.reason)
            return
        }
        let box = Mutex<(notes: StepNotes, ledger: WireLedger)?>(nil)
        let outcome = await host.withServer(offering: .legacy) { server in
            let part = await beside(server, ProcessNumber.negotiation) { conversation in
                await Negotiation.run(conversation, talk, onStep: onStep)
            }
            box.withLock { $0 = part }
        }
        if let part = box.withLock({ $0 }) {
            record.lines += part.ledger.lines
            record.unkeptLines += part.ledger.unkeptLines
            record.exchanges.merge(part.notes.exchanges) { $1 }
        } else if case .notStarted(let reason) = outcome {
            record.exchanges[.unknownRevision] = .notSent("initialize", reason)
            record.exchanges[.earlyPing] = .notSent("ping", reason)
        }
    }

    private func mainRecord() async -> SessionRecord {
        var session = ClientSession(configuration: configuration)
        var earlier: [WireLine] = []
        while true {
            let box = Mutex<MainPart?>(nil)
            let carried = session
            let outcome = await host.withServer(offering: talk.offer) { server in
                let part = await lead(server, carried)
                box.withLock { $0 = part }
            }
            guard let part = box.withLock({ $0 }) else {
                return notStarted(outcome)
            }
            guard case .respawn = part.handshake, part.obstacle == nil, let next = part.session else {
                return part.record(talk, outcome, earlier: earlier)
            }
            earlier += part.ledger.lines.map { $0.renumbered(ProcessNumber.probe) }
            session = next
        }
    }

    private func lead(_ server: HostedServer, _ session: ClientSession) async -> MainPart {
        let ledger = WireLedger(process: ProcessNumber.main, limits: WireLedger.Limits())
        let state = ConversationState(ledger: ledger, session: session, loss: server.loss)
        let conversation = Conversation(server, clock: clock, state: state)
        return await withTaskGroup(returning: MainPart.self) { group in
            group.addTask { await conversation.listen() }
            var part = MainPart(handshake: await conversation.shakeHands())
            if case .ready(let description) = part.handshake {
                let opened = OpenedSession(description, talk.offer, conversation.ledger)
                part.opened = opened
                var script = StepScript(conversation, talk, opened, onStep: onStep)
                await script.run()
                part.notes = script.notes
                part.trials = await trials(server, opened, script.notes)
            }
            part.obstacle = part.opened == nil ? server.obstacle() : nil
            part.endedBeforeClose = conversation.end != nil
            let isReplaced = if case .respawn = part.handshake { true } else { false }
            let bound = isReplaced ? min(.milliseconds(100), talk.bounds.stop) : talk.bounds.stop
            part.stopDelay = await close(conversation, server, &group, within: bound)
            part.ledger = conversation.ledger
            part.turns = server.door?.turns ?? []
            part.carrier = server.door?.carrier ?? .pipes
            part.session = conversation.sessionToCarryOn
            return part
        }
    }

    /// What no session would send: single HTTP requests, each for the rule that it tries.
    private func trials(
        _ server: HostedServer,
        _ opened: OpenedSession,
        _ notes: StepNotes
    ) async -> [Step: HTTPTrial] {
        guard let door = server.door else {
            return [:]
        }
        var script = HTTPScript(door: door, talk: talk, session: opened, notes: notes, clock: clock, onStep: onStep)
        await script.run()
        return script.trials
    }

    /// A conversation without a client session, spoken word by word.
    private func beside(
        _ server: HostedServer,
        _ number: Int,
        replies: Bool = false,
        _ speak: (Conversation<C>) async -> StepNotes
    ) async -> (StepNotes, WireLedger) {
        let ledger = WireLedger(process: number, limits: WireLedger.Limits())
        let state = ConversationState(ledger: ledger, session: nil, loss: server.loss, replies: replies)
        let conversation = Conversation(server, clock: clock, state: state)
        return await withTaskGroup(returning: (StepNotes, WireLedger).self) { group in
            group.addTask { await conversation.listen() }
            let notes = await speak(conversation)
            _ = await close(conversation, server, &group, within: talk.bounds.stop)
            return (notes, conversation.ledger)
        }
    }

    /// Closes the input and waits for the end; says how long it took, nil when it did not come within the bound.
    private func close(
        _ conversation: Conversation<C>,
        _ server: HostedServer,
        _ group: inout TaskGroup<Void>,
        within bound: Duration
    ) async -> Duration? {
        onStep(.close)
        let start = clock.now
        conversation.closeInput()
        let outcome = await clock.race(within: bound) { await server.ended() }
        var delay: Duration?
        if case .value(true) = outcome {
            delay = start.duration(to: clock.now)
            // What it still wrote is there, or comes within the drain of the host.
            await group.next()
        }
        group.cancelAll()
        return delay
    }

    private func notStarted(_ outcome: HostingOutcome) -> SessionRecord {
        let reason =
            if case .notStarted(let reason) = outcome { reason } else { "the server could not be started" }
        return SessionRecord(
            revision: talk.offer.expectedRevision,
            opening: .notStarted(reason),
            bound: talk.bounds.request,
            stopBound: talk.bounds.stop
        )
    }

    /// Whether nothing else is tried after a probe that stays unanswered.
    private var isProbeFinal: Bool {
        !host.silenceMeansLegacy || talk.offer.preferred(in: .legacy) == nil
    }

    private var configuration: ClientConfiguration {
        let bounds = ClientBounds(
            start: talk.bounds.probe + talk.bounds.request + talk.bounds.request,
            probe: isProbeFinal ? talk.bounds.request : talk.bounds.probe,
            handshake: talk.bounds.request,
            request: talk.bounds.request
        )
        return ClientConfiguration(info: talk.info, offer: talk.offer, bounds: bounds)
    }
}

extension RevisionOffer {
    /// The revision that a record names when no handshake told it.
    var expectedRevision: ProtocolRevision {
        revisions.count == 1 ? revisions[0] : .latestLegacy
    }
}
