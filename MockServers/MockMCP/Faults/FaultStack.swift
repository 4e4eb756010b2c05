import JSON

/// The faults of one session, in the order in which they act: each sees what the one before has left.
struct FaultStack: Sendable {
    private struct Slot: Sendable {
        var fault: any Fault
        var scope: FaultScope
        var context: FaultContext
    }

    private var slots: [Slot]

    /// Sorts the faults into the order of the catalogue and gives each its own dice.
    init(_ faults: [MockFault], seed: UInt64, over transport: MockTransport = .stdio) {
        let ordered = faults.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        slots = ordered.map { number, fault in
            Slot(
                fault: fault.fault,
                scope: fault.scope,
                context: FaultContext(random: SeededRandom(seed: seed, stream: number), transport: transport)
            )
        }
    }

    var isEmpty: Bool {
        slots.isEmpty
    }

    /// What leaves when the server starts, beside what it would send anyway.
    mutating func start(at now: Duration) -> [Emission] {
        slots.indices.flatMap { index -> [Emission] in
            guard case .instead(let emissions) = meet(.started, index, now) else { return [] }
            return emissions.flatMap { send($0, from: index + 1, at: now) }
        }
    }

    /// The message as the server gets to see it, nil when it never does, and what leaves in its place.
    mutating func receive(_ message: JSONObject, at now: Duration) -> (message: JSONObject?, emissions: [Emission]) {
        var message = message
        for index in slots.indices {
            switch meet(.received(message), index, now) {
            case .pass: continue
            case .receive(let changed): message = changed
            case .instead(let emissions):
                return (nil, emissions.flatMap { send($0, from: index + 1, at: now) })
            }
        }
        return (message, [])
    }

    /// What becomes of something that is about to leave.
    mutating func send(_ emission: Emission, at now: Duration) -> [Emission] {
        send(emission, from: 0, at: now)
    }

    /// What is done to a response over HTTP before it begins.
    mutating func open(_ request: MockRequest, at now: Duration) -> [Emission] {
        slots.indices.flatMap { index -> [Emission] in
            guard case .instead(let emissions) = meet(.opening(request), index, now) else { return [] }
            return emissions
        }
    }

    /// What leaves instead of the end that the event asks for; nil when the server ends as it should.
    mutating func end(_ event: FaultEvent, at now: Duration) -> [Emission]? {
        for index in slots.indices {
            guard case .instead(let emissions) = meet(event, index, now) else { continue }
            return emissions.flatMap { send($0, from: index + 1, at: now) }
        }
        return nil
    }

    /// Tells the faults what the client has declared.
    mutating func learn(_ capabilities: JSONObject) {
        for index in slots.indices { slots[index].context.clientCapabilities = capabilities }
    }

    private mutating func send(_ emission: Emission, from first: Int, at now: Duration) -> [Emission] {
        var emissions = [emission]
        for index in slots.indices.dropFirst(first) {
            emissions = emissions.flatMap { emission -> [Emission] in
                guard case .instead(let changed) = meet(.sending(emission), index, now) else { return [emission] }
                return changed
            }
        }
        return emissions
    }

    private mutating func meet(_ event: FaultEvent, _ index: Int, _ now: Duration) -> FaultReaction {
        guard slots[index].scope.admits(event) else { return .pass }
        var slot = slots[index]
        slot.context.now = now
        var reaction = slot.fault.meet(event, &slot.context)
        switch reaction {
        case .pass: break
        case .instead, .receive: if !slot.scope.strikes() { reaction = .pass }
        }
        slots[index] = slot
        return reaction
    }
}
