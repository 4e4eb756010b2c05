import JSON
import MCP
import MCPConnection

/// One stream of a server: what a client posted, the serving of it, and the messages that go back on that stream alone.
final class Exchange: Sendable {
    let name: Int
    let log: EventLog
    let near: MemoryChannel
    let stop = OneShot<Void>()

    private let far: MemoryChannel

    init(name: Int, settings: MCPEndpointSettings) {
        self.name = name
        log = EventLog(bounds: settings.replay)
        (near, far) = MemoryChannel.pair(
            limits: ChannelLimits(messageBytes: .max, unreadBytes: settings.limits.unreadBytes)
        )
    }

    /// Serves until everything that came in is answered, or told to stop.
    ///
    /// The input is served first; unless it is the whole, more may follow with `take`. Before a message goes into the
    /// log, `forward` says what becomes of it; nil keeps it out.
    func run(
        _ settings: MCPEndpointSettings,
        input: [[UInt8]],
        isWhole: Bool = false,
        handlers: ServerHandlers,
        forward: @escaping @Sendable ([UInt8]) -> [UInt8]? = { $0 }
    ) async {
        await withTaskGroup { group in
            group.addTask { [self] in
                _ = await stop.unlessFired { [self] in
                    await serve(
                        settings.configuration,
                        over: far,
                        limits: settings.limits,
                        stream: ServerStream { [log] in await log.releaseReader(retry: $0) },
                        handlers: handlers
                    )
                }
                far.close()
                far.abandon()
            }
            // Beside the reading: what comes back may have to be taken before all of it fits in.
            group.addTask { [self] in
                for message in input { await take(message) }
                if isWhole { closeInput() }
            }
            for await case .message(let message) in near.events {
                if let message = forward(message) { await log.append(message) }
            }
            await group.waitForAll()
        }
        log.finish()
    }

    /// Hands a message to whoever serves; nobody is there any more when the exchange is over.
    func take(_ message: [UInt8]) async {
        try? await near.send(message)
    }

    /// Nothing more comes in: what is in flight is answered, and then the exchange is over.
    func closeInput() {
        near.close()
    }
}
