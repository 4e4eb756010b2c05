import HummingbirdCore
import Logging
import NIOCore

/// HTTP/1 whose connections are held from the moment they are set up until somebody serves them.
struct HeldHTTP1Channel: ServerChildChannel {
    let base: HTTP1Channel
    let accepted: AcceptedConnections

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        guard accepted.admit() else { return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel) }
        return base.setup(channel: channel, logger: logger).always { result in
            accepted.arrived(try? result.get())
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        guard accepted.take(value) else { return }
        await base.handle(value: value, logger: logger)
    }
}
