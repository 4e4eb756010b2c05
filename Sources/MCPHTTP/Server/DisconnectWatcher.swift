package import NIOCore
import Synchronization

/// Notices that the peer of a connection, or of one HTTP/2 stream, is gone while nobody reads from it.
package final class DisconnectWatcher: ChannelInboundHandler, RemovableChannelHandler, Sendable {
    /// Everything passes as it is.
    package typealias InboundIn = NIOAny

    private struct State {
        var isGone = false
        var callbacks: [UInt64: @Sendable () -> Void] = [:]
        var nextTicket: UInt64 = 0
    }

    /// On an HTTP/2 stream the end of the input is just the end of the request.
    private let endsWithInput: Bool
    private let state = Mutex(State())

    private init(endsWithInput: Bool) {
        self.endsWithInput = endsWithInput
    }

    /// The watcher of a channel, put there at the first call.
    package static func of(_ channel: any Channel) async -> DisconnectWatcher? {
        // Without a pipeline to sit in, the channel is closed, which shows at the first write.
        if channel.eventLoop.inEventLoop { return try? present(in: channel) }
        return try? await channel.eventLoop.submit { try present(in: channel) }.get()
    }

    private static func present(in channel: any Channel) throws -> DisconnectWatcher {
        let pipeline = channel.pipeline.syncOperations
        if let present = try? pipeline.handler(type: DisconnectWatcher.self) { return present }
        let watcher = DisconnectWatcher(endsWithInput: channel.parent?.parent == nil)
        try pipeline.addHandler(watcher, position: .first)
        return watcher
    }

    /// Calls back once when the peer is gone, at once if it is already; the callback must not block.
    /// - Returns: the name to forget the callback by.
    package func onDisconnect(_ callback: @escaping @Sendable () -> Void) -> UInt64 {
        let (ticket, isGone) = state.withLock { state in
            state.nextTicket += 1
            if !state.isGone { state.callbacks[state.nextTicket] = callback }
            return (state.nextTicket, state.isGone)
        }
        if isGone { callback() }
        return ticket
    }

    /// Calls back no more.
    package func forget(_ ticket: UInt64) {
        state.withLock { $0.callbacks[ticket] = nil }
    }

    /// Looks for the end of what the peer sends.
    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if endsWithInput, case .some(.inputClosed) = event as? ChannelEvent { fire() }
        context.fireUserInboundEventTriggered(event)
    }

    /// The connection is gone.
    package func channelInactive(context: ChannelHandlerContext) {
        fire()
        context.fireChannelInactive()
    }

    private func fire() {
        let callbacks = state.withLock { state in
            state.isGone = true
            defer { state.callbacks = [:] }
            return Array(state.callbacks.values)
        }
        for callback in callbacks { callback() }
    }
}
