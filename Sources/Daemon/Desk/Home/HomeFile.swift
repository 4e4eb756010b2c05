import DaemonAPI
import Glibc

/// Files of the home that requests change.
enum HomeFile {
    /// Replaces a file in one step: whoever reads meanwhile sees it as it was, or as it is.
    /// - Throws: the problem of this code, when it cannot be written.
    static func replace(_ file: String, with bytes: [UInt8], code: String) throws(Problem) {
        let draft = "\(file).\(getpid()).new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(file, code) }
        var rest = bytes[...]
        var isWritten = true
        while isWritten, !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            isWritten = count > 0
            rest = rest.dropFirst(max(0, count))
        }
        isWritten = isWritten && fsync(descriptor) == 0
        let problem = unwritable(file, code)
        close(descriptor)
        guard isWritten, rename(draft, file) == 0 else {
            unlink(draft)
            throw problem
        }
    }

    private static func unwritable(_ file: String, _ code: String) -> Problem {
        Problem(
            507,
            code,
            "\(file) cannot be written (\(String(cString: strerror(errno))))",
            fix: "correct its permissions, or make room"
        )
    }
}
