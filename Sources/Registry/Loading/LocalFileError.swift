import Glibc

/// A file or folder that could not be read.
package struct LocalFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As it was asked for.
    package let path: String
    /// What the system said.
    package let code: Int32

    init(_ path: String, _ code: Int32) {
        self.path = path
        self.code = code
    }

    /// Whether there simply is nothing of this name.
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// What the system said, in its words.
    package var reason: String { String(cString: strerror(code)) }

    /// Path and reason in one line.
    package var description: String { "\(path) cannot be read (\(reason))" }
}
