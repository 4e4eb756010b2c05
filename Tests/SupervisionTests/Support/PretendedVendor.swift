import MCPConnection
import MockMCP
import MockMCPChannel
import Synchronization

/// What goes on around one pretended server, changed while it runs: the vendor behind it, and its own soundness.
final class PretendedVendor: Sendable {
    enum Mood: Sendable, Hashable {
        case fine
        /// The credential is refused.
        case refusing
        case throttling
        /// The vendor has trouble of its own.
        case failing
        /// The process dies when it is started.
        case dying
        /// The process answers nothing.
        case hanging
    }

    private struct State {
        var mood = Mood.fine
        var channels: [UInt64: MemoryChannel] = [:]
        var starts: UInt64 = 0
    }

    private let state = Mutex(State())

    var mood: Mood {
        get { state.withLock(\.mood) }
        set { state.withLock { $0.mood = newValue } }
    }

    /// How often its process was started.
    var starts: Int { state.withLock { Int($0.starts) } }
    /// How many processes of it run.
    var running: Int { state.withLock(\.channels.count) }

    /// Its process is gone from one moment to the next.
    func kill() {
        for channel in state.withLock({ Array($0.channels.values) }) {
            channel.close()
            channel.abandon()
        }
    }

    /// Runs its process at the other end of a channel.
    func serve<C: Clock<Duration>>(over channel: MemoryChannel, clock: C) async {
        let number = state.withLock { state in
            state.starts += 1
            state.channels[state.starts] = channel
            return state.starts
        }
        defer { state.withLock { $0.channels[number] = nil } }
        switch mood {
        case .dying:
            channel.close()
            channel.abandon()
        case .hanging:
            for await _ in channel.events {}
        default:
            await withTaskGroup { group in
                group.addTask { _ = await self.server.serve(over: channel, clock: clock) }
                await group.waitForAll()
            }
        }
    }

    private var server: MockServer {
        // Words and codes as vendors use them; what they mean is for the classifier to find out.
        let me = MockTool("me").answering(
            .computed { [self] _ in
                switch mood {
                case .refusing: .text(#"{"ok":false,"status":401,"message":"bad credentials"}"#)
                case .throttling: .text(#"{"error":{"status":429,"message":"too many requests"}}"#)
                case .failing: .text(#"{"error":{"status":503,"message":"service unavailable"}}"#)
                default: .text(#"{"user":"ann"}"#)
                }
            }
        )
        return MockServer("pretended").speaking(.modern).offering(me, MockTool("work").answering(.text("done")))
    }
}
