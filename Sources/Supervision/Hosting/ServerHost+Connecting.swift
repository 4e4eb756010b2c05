import Gateway
import Redaction
import Synchronization
import JSON
import Health
import MCP
import MCPConnection
import Probing

extension ServerHost {
    /// What became of one part of a connection.
    private enum Part: Sendable {
        case ended(ConnectionEnd?)
        case done
    }

    /// Makes a connection, holds it until it ends or is to end, and tells the machine why it did.
    func connect() async {
        let stop = state.withLock(\.stop)
        let end = Box<HeldEnd>()
        await tools.starts.pass(patience: tools.settings.patience, clock: tools.prober.clock) { place in
            end.value = await self.hold(until: stop, place)
        }
        var held = end.value ?? HeldEnd(nil, wasOpen: false)
        if let report = held.report { held.report?.outcome = assignment.judged(report.outcome) }
        let exit = lastExit(of: held)
        if let exit { log.note("\(exit.text)") }
        let ready = state.withLock { state in
            (state.connection, state.asks) = (nil, nil)
            defer { state.ready = OneShot() }
            return state.ready
        }
        ready.fulfil(nil)
        let final = held
        tell { machine, now, chance in machine.ended(final, exit: exit, at: now, chance: chance) }
    }

    private func hold(until stop: OneShot<Void>, _ place: Gate.Place) async -> HeldEnd? {
        guard !stop.isFired else { return nil }
        return await withTaskGroup(of: HeldEnd?.self) { group in
            group.addTask {
                await self.tools.connector.hold(self.assignment, party: self.party, tap: self.tap) { held in
                    await self.serve(held, place)
                }
            }
            group.addTask {
                _ = await stop.wait()
                return nil
            }
            var end: HeldEnd?
            for await result in group {
                // Either the connection is over, or it is to be: both go then.
                if let result { end = result }
                group.cancelAll()
            }
            return end
        }
    }

    /// What servers are told that we can do, and who answers: whichever agent has a call there.
    private var party: HeldParty {
        HeldParty(capabilities: UpstreamSession.capabilities, handlers: session.handlers)
    }

    /// Hears lines of standard error and of the process.
    private var tap: WireTap {
        WireTap { [self] record in
            switch record.event {
            case .opened(let pid):
                guard let pid else { return }
                log.note("started, process \(pid)")
                tell { machine, _, _ in
                    machine.pid = pid
                    return []
                }
            case .standardError(let line): log.say(line)
            default: break
            }
        }
    }

    /// Uses a connection for as long as it lasts.
    private func serve(_ held: HeldConnection, _ place: Gate.Place) async -> ConnectionEnd? {
        let (asks, ask) = AsyncStream.makeStream(of: Bool.self, bufferingPolicy: .bufferingNewest(1))
        let ready = state.withLock { state in
            (state.connection, state.asks) = (held, ask)
            return state.ready
        }
        let opened = session.open(held.client, readsTools: false)
        tell { machine, now, _ in machine.opened(held.client.server, at: now) }
        ready.fulfil(held)
        return await withTaskGroup(of: Part.self) { group in
            group.addTask { .ended(await held.client.connectionEnded()) }
            group.addTask {
                await self.look(after: held, opened, asks, place)
                return .done
            }
            group.addTask {
                await self.session.run(opened)
                return .done
            }
            for await case .ended(let end) in group {
                group.cancelAll()
                return end
            }
            return nil
        }
    }

    // MARK: Looking

    /// Makes the first contact over a connection, and those that are asked for.
    private func look(
        after held: HeldConnection,
        _ opened: OpenedConnection,
        _ asks: AsyncStream<Bool>,
        _ place: Gate.Place
    ) async {
        // The session has them from here: a server is asked once for what it offers.
        await session.settled(opened)
        await probe(held, lists: true) { opened.take(tools: $0) }
        opened.take(tools: nil)
        place.leave()
        for await isUrgent in asks {
            await tools.probes.pass(
                isUrgent: isUrgent,
                patience: tools.settings.patience,
                clock: tools.prober.clock
            ) { _ in
                await self.probe(held, lists: self.state.withLock(\.machine.listsNext))
            }
        }
    }

    private func probe(
        _ held: HeldConnection,
        lists: Bool,
        _ onTools: (@Sendable ([Tool]?) -> Void)? = nil
    ) async {
        let report = await tools.prober.check(
            held.client,
            assignment.subject,
            bounds: ProbeBounds(assignment.health),
            lists: lists,
            channel: held.channel,
            recorder: held.recorder,
            onTools: onTools
        )
        // Nil when the connection is ending; what that means is told then.
        guard var report else { return }
        report.outcome = assignment.judged(report.outcome)
        tell { machine, now, chance in machine.contacted(report, at: now, chance: chance) }
    }

    // MARK: The end

    private func lastExit(of held: HeldEnd) -> ServerStatus.LastExit? {
        let now = tools.prober.now
        guard let exit = held.exits.last else {
            guard !held.wasOpen, let outcome = held.report?.outcome, assignment.plan?.program != nil else { return nil }
            return ServerStatus.LastExit(text: outcome.evidence.summary, errorLines: [], at: now)
        }
        let lines = exit.errorTail.lines.suffix(HostMachine.keptErrorLines)
        let how = exit.status?.description ?? "it hangs in the kernel and could not be ended"
        return ServerStatus.LastExit(
            text: exit.ending == .byItself ? "ended by itself with \(how)" : "was ended (\(how))",
            errorLines: lines.map { assignment.redactor.redacted($0) },
            at: now
        )
    }
}
