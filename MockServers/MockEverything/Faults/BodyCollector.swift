import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Takes a response body as if it were the connection, and keeps it.
final class BodyCollector: ResponseBodyWriter, Sendable {
    private let bytes = Mutex<[UInt8]>([])

    /// Everything that was written.
    var collected: [UInt8] {
        bytes.withLock { $0 }
    }

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0 += Array(buffer: buffer) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
