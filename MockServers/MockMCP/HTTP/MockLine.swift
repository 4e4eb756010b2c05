package import JSON
package import Registry

/// The faults of a server for whoever carries its messages by other means than a stream of lines.
///
/// It stands between sound server and client: what comes in is shown to it first, and what is to leave too.
package struct MockLine: Sendable {
    /// Something to be done after a delay.
    package struct Due: Sendable, Hashable {
        /// Counted from the event that it comes of.
        package let delay: Duration
        /// What is to be done.
        package let effect: MockEffect

        /// An effect after a delay.
        package init(delay: Duration = .zero, effect: MockEffect) {
            self.delay = delay
            self.effect = effect
        }
    }

    private var faults: FaultStack
    private let transport: MockTransport

    /// The line of a server that has not started yet.
    package init(_ server: MockServer, over transport: MockTransport) {
        faults = FaultStack(server.faults, seed: server.seed, over: transport)
        self.transport = transport
    }

    /// Whether everything passes as it is.
    package var isSound: Bool { faults.isEmpty }

    /// The server has started.
    package mutating func start(at now: Duration) -> [Due] {
        faults.start(at: now).map(Self.due)
    }

    /// A message came in.
    /// - Parameters:
    ///   - message: what the client says.
    ///   - reactions: what an entry says of the trouble that this request is in.
    ///   - now: time since the start.
    /// - Returns: the message as the server gets to see it, nil when it never does, and what is done beside or instead.
    package mutating func receive(
        _ message: JSONObject,
        under reactions: [Reaction] = [],
        at now: Duration
    ) -> (message: JSONObject?, dues: [Due]) {
        if message["method"] == "initialize", let declared = message["params"]?["capabilities"]?.objectValue {
            faults.learn(declared)
        }
        if case .instead(let emissions) = react(.received(message), reactions, at: now) {
            return (nil, emissions.flatMap { faults.send($0, at: now) }.map(Self.due))
        }
        let (message, emissions) = faults.receive(message, at: now)
        return (message, emissions.map(Self.due))
    }

    /// The response to a request is about to begin.
    package mutating func open(_ request: MockRequest, at now: Duration) -> [Due] {
        faults.open(request, at: now).map(Self.due)
    }

    /// What becomes of a message that is about to leave; the request is the one that it answers or belongs to.
    package mutating func send(
        _ message: JSONValue,
        for request: MockRequest?,
        under reactions: [Reaction] = [],
        at now: Duration
    ) -> [Due] {
        let emission = Emission(.message(message), for: request)
        guard case .instead(let emissions) = react(.sending(emission), reactions, at: now) else {
            return faults.send(emission, at: now).map(Self.due)
        }
        return emissions.flatMap { faults.send($0, at: now) }.map(Self.due)
    }

    /// The process was told to end; nil when it does.
    package mutating func terminate(at now: Duration) -> [Due]? {
        faults.end(.terminated, at: now)?.map(Self.due)
    }

    private func react(_ event: FaultEvent, _ reactions: [Reaction], at now: Duration) -> FaultReaction {
        guard !reactions.isEmpty else { return .pass }
        var context = FaultContext(now: now, random: SeededRandom(seed: 0), transport: transport)
        var fault = EntryReactions(reactions)
        return fault.meet(event, &context)
    }

    private static func due(_ emission: Emission) -> Due {
        Due(delay: emission.delay, effect: emission.effect)
    }
}

extension MockRequest {
    /// The request in a message; nil for what asks nothing.
    package init?(_ message: JSONObject) {
        guard let id = message["id"], let method = message["method"]?.stringValue else { return nil }
        self.init(id: id, method: method, params: message["params"] ?? [:])
    }
}
