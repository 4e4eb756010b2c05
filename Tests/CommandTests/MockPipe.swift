import Foundation
import Glibc

/// A named pipe, read by the test itself and not by a connection.
struct MockPipe: Sendable {
    let path: String
    /// Held, since it goes with its last holder.
    private let folder: TemporaryFolder

    init(in folder: TemporaryFolder) throws {
        self.folder = folder
        path = folder.path("pipe")
        guard mkfifo(path, 0o600) == 0 else { throw ToolFault(description: String(cString: strerror(errno))) }
    }

    /// Opens it; for reading alone, this waits until somebody writes.
    func open(_ mode: Int32) async -> Int32 {
        await Self.aside { [path] in Glibc.open(path, mode | O_CLOEXEC) }
    }

    /// Reads once: how many bytes there were, 0 when every writer is gone.
    static func read(_ descriptor: Int32) async -> Int {
        await aside {
            var bytes = [UInt8](repeating: 0, count: 4096)
            return Glibc.read(descriptor, &bytes, bytes.count)
        }
    }

    /// Runs what blocks on a thread of its own.
    private static func aside<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}
