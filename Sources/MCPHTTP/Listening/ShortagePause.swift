import Glibc
import Logging
import NIOCore

/// Lets a server that cannot take a connection rest for a moment: for want of descriptors or memory it could only ask again.
///
/// SwiftNIO's own pause holds back the next reading, but the socket stays ready all the time, and its loop would go round
/// until somebody hangs up. So nothing looks at the socket for that long; whoever calls waits in the kernel.
final class ShortagePause: ChannelInboundHandler {
    typealias InboundIn = Channel

    /// Shortages that pass, and in which the socket is not at fault.
    private static let shortages: Set<CInt> = [EMFILE, ENFILE, ENOBUFS, ENOMEM]

    private let pause: TimeAmount
    private let logger: Logger
    private var isPausing = false
    /// Said once, until a connection has been taken again.
    private var isSaid = false

    init(_ pause: TimeAmount = .milliseconds(200), logger: Logger) {
        self.pause = pause
        self.logger = logger
    }

    /// In front of everything else on a socket that listens.
    static func guarding(_ listener: any Channel, logger: Logger) async throws {
        try await listener.eventLoop.submit {
            try listener.pipeline.syncOperations.addHandler(ShortagePause(logger: logger), position: .first)
        }
        .get()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isSaid = false
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let shortage = error as? IOError, Self.shortages.contains(shortage.errnoCode) else {
            return context.fireErrorCaught(error)
        }
        guard !isPausing else { return }
        isPausing = true
        setReading(false, context)
        context.eventLoop.assumeIsolated().scheduleTask(in: pause) { [self] in
            isPausing = false
            if context.channel.isActive { setReading(true, context) }
        }
        guard !isSaid else { return }
        isSaid = true
        logger.warning(
            """
            no connection can be taken: \(String(cString: strerror(shortage.errnoCode))); callers wait until there is room \
            (a higher limit of open files: LimitNOFILE in the unit, or ulimit -n)
            """
        )
    }

    private func setReading(_ reads: Bool, _ context: ChannelHandlerContext) {
        // Fails on a closed socket only, where nothing is read anyway.
        try? context.channel.syncOptions?.setOption(.autoRead, value: reads)
    }
}
