import Glibc
import Synchronization

/// One log on disk, for its owner's eyes only: when it is full it is put aside, and the oldest one aside is thrown away.
final class LogFile: Sendable {
    /// Bytes of one file.
    static let limitInBytes = 1 << 20
    /// Files put aside.
    static let kept = 3

    private struct State {
        var descriptor: Int32 = -1
        var size = 0
    }

    private let path: String
    private let limit: Int
    private let state = Mutex(State())

    init(path: String, limitInBytes: Int = LogFile.limitInBytes) {
        self.path = path
        limit = limitInBytes
    }

    /// The name of a log: an id that is no plain name is spelled so that it stays in its folder.
    static func name(for id: String) -> String {
        let plain = id.utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + String(byte, radix: 16)
            }
        }
        return plain.joined() + ".log"
    }

    /// Adds a line; a disk that takes none loses it, since nothing else may wait for it.
    func add(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        state.withLock { state in
            if state.descriptor >= 0, state.size + bytes.count > limit { putAside(&state) }
            if state.descriptor < 0 { openFile(&state) }
            guard state.descriptor >= 0 else { return }
            let written = write(state.descriptor, bytes, bytes.count)
            if written > 0 { state.size += written }
        }
    }

    /// Closes it; the next line opens it again.
    func close() {
        state.withLock { state in
            guard state.descriptor >= 0 else { return }
            _ = Glibc.close(state.descriptor)
            state = State()
        }
    }

    private func openFile(_ state: inout State) {
        state.descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard state.descriptor >= 0 else { return }
        state.size = max(0, Int(lseek(state.descriptor, 0, SEEK_END)))
        if state.size > limit { putAside(&state) }
    }

    private func putAside(_ state: inout State) {
        _ = Glibc.close(state.descriptor)
        for number in stride(from: Self.kept, to: 0, by: -1) {
            rename(number == 1 ? path : "\(path).\(number - 1)", "\(path).\(number)")
        }
        state.descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        state.size = 0
    }
}
