import NIOCore
import Synchronization

/// The connections of a server that are open, to tell them that it ends.
final class OpenConnections: Sendable {
    private struct State {
        var isEnding = false
        var channels: [ObjectIdentifier: any Channel] = [:]
    }

    private let state = Mutex(State())

    /// Holds a connection until it is closed; one that comes too late is told at once.
    func add(_ channel: any Channel) {
        let isEnding = state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = channel
            return state.isEnding
        }
        channel.closeFuture.whenComplete { _ in
            _ = self.state.withLock { $0.channels.removeValue(forKey: ObjectIdentifier(channel)) }
        }
        if isEnding { Self.tell(channel) }
    }

    /// Tells each to answer what it has been asked and to close then.
    func quiesce() {
        let channels = state.withLock { state in
            state.isEnding = true
            return Array(state.channels.values)
        }
        for channel in channels { Self.tell(channel) }
    }

    private static func tell(_ channel: any Channel) {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
}
