import JSON
package import MCP
package import MCPConnection
import Synchronization

/// One server over HTTP as a channel: each message of the session becomes a request, whatever is answered comes back.
///
/// The session above knows nothing of HTTP. A request that got no JSON-RPC answer is given an error in its place, whose
/// cause `fault(behind:)` tells; giving a modern request up closes its stream. `run` has to run beside the session.
package final class HTTPChannel: MessageChannel {
    let link: HTTPLink
    let time: Timekeeper
    let far: MemoryChannel
    let state: Mutex<HTTPChannelState>
    let crew = Crew()

    private let near: MemoryChannel

    /// A channel to one server; nothing happens before `run`.
    ///
    /// The offer must be that of the session above: nothing of another era is tried. With a stream first, the legacy way
    /// that is tried is that of 2024-11-05.
    package init<C: Clock<Duration>>(
        _ settings: HTTPClientSettings,
        offer: RevisionOffer,
        opensStreamFirst: Bool = false,
        exchanger: any HTTPExchanger,
        clock: C
    ) {
        link = HTTPLink(settings: settings, exchanger: exchanger)
        time = Timekeeper(clock)
        // The limit for messages is kept where they are read from HTTP: here a large one has passed already.
        (near, far) = MemoryChannel.pair(
            limits: ChannelLimits(messageBytes: .max, unreadBytes: settings.limits.unreadBytes)
        )
        state = Mutex(HTTPChannelState(address: settings.address, offer: offer, opensStreamFirst: opensStreamFirst))
    }

    /// What the server said, and in the place of missing answers an error.
    package var events: ChannelEvents { near.events }

    /// Hands a message of the session over; it becomes a request of its own.
    package func send(_ message: [UInt8]) async throws(ChannelClosed) { try await near.send(message) }

    /// Ends the connection from our side; requests in flight are given up.
    package func close() { near.close() }

    /// Reads no more: whatever the server still says is dropped.
    package func abandon() { near.abandon() }

    /// How the server is spoken to; nil until it is found.
    package var transport: HTTPEraDetection.Transport? { state.withLock(\.transport) }

    /// Why the connection could not be made or kept; nil while nothing is wrong with it.
    package var connectionFault: HTTPFault? { state.withLock(\.connectionFault) }

    /// The HTTP fault in the place of an answer; nil when the server itself answered with this error.
    package func fault(behind error: ErrorObject) -> HTTPFault? { state.withLock { $0.faults.fault(behind: error) } }

    /// The tools that were left out of listings because their header annotations are invalid, each with the reason.
    package var rejectedTools: [(tool: String, error: ToolHeaderError)] {
        state.withLock { $0.rejections.map { ($0.tool, $0.error) } }
    }

    /// Carries messages until the session closes its side, then ends everything and a legacy session.
    package func run() async {
        await withTaskGroup { group in
            group.addTask { await self.crew.run() }
            for await case .message(let message) in far.events { await take(message) }
            let streams = state.withLock { state in
                state.isClosed = true
                return Array(state.inFlight.values)
            }
            for stream in streams { stream.fire() }
            await endSession()
            crew.finish()
            group.cancelAll()
        }
        far.close()
        far.abandon()
    }

    /// The connection is over: the session sees the end of its input, and `connectionFault` the reason.
    func end(_ fault: HTTPFault) {
        state.withLock { state in
            if state.connectionFault == nil, !state.isClosed { state.connectionFault = fault }
        }
        far.close()
    }

    /// Hands a message to the session, waiting while it does not read.
    func deliver(_ message: [UInt8]) async {
        // A session that reads no more wants nothing.
        try? await far.send(message)
    }

    /// Puts an error in the place of the answer to a request.
    func fail(_ id: RequestID, _ fault: HTTPFault) async {
        if fault == .abandoned { return }
        let error = state.withLock { $0.faults.record(fault) }
        await deliver(Envelope(.error(id, error), payload: nil).encoded)
    }

    // MARK: Messages of the session

    private func take(_ message: [UInt8]) async {
        guard case .single(let envelope) = try? IncomingMessage(parsing: message) else {
            // Broken on purpose: it is sent as it is.
            await crew.start { await self.tell(message, method: nil) }
            return
        }
        switch envelope.kind {
        case .request(let id, let method):
            await takeRequest(PostedRequest(id: id, method: method, payload: envelope.payload, message: message))
        case .notification("notifications/cancelled"):
            await takeCancellation(envelope, message)
        case .notification("notifications/initialized"):
            // Whatever follows must find the server ready.
            await tell(message, method: envelope.method)
            await startListening()
        case .notification, .result, .error:
            await crew.start { await self.tell(message, method: envelope.method) }
        }
    }

    private func takeRequest(_ request: PostedRequest) async {
        let stop = OneShot<Void>()
        let (isProbing, isFound) = state.withLock { state in
            state.inFlight[request.id] = stop
            defer { if request.method == "server/discover", state.transport == nil { state.isProbing = true } }
            return (state.isProbing, state.transport != nil)
        }
        switch request.method {
        case "server/discover" where !isFound:
            await start(request, stop) { await self.probe(request) }
        case "initialize" where isProbing:
            // The session lost patience with the probe. Silence says nothing about the protocol.
            end(.timedOut(after: link.settings.bounds.stream))
        case "initialize":
            await start(request, stop) { await self.initialize(request) }
        default:
            await start(request, stop) { await self.perform(request, stop) }
        }
    }

    private func start(_ request: PostedRequest, _ stop: OneShot<Void>, _ work: @escaping @Sendable () async -> Void)
        async
    {
        await crew.start {
            _ = await stop.unlessFired(work)
            stop.fire()
            self.state.withLock { state in
                if state.inFlight[request.id] === stop { state.inFlight[request.id] = nil }
                state.inFlight.shrinkWhenEmpty()
            }
        }
    }

    private func takeCancellation(_ envelope: Envelope, _ message: [UInt8]) async {
        let id = envelope.payload?.value["requestId"].flatMap { RequestID($0) }
        let (transport, stop) = state.withLock { state in (state.transport, id.flatMap { state.inFlight[$0] }) }
        guard transport != .modern else {
            stop?.fire()
            return
        }
        await crew.start {
            await self.tell(message, method: envelope.method)
            stop?.fire()
        }
    }
}
