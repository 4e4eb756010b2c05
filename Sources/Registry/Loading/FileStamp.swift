import Glibc

/// What a file looks like from outside: every write and every replacement changes it.
struct FileStamp: Sendable, Hashable {
    private let path: String
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    /// The time of the last change, as the system writes it.
    private let modified: [UInt8]

    /// Looks at a file; all zero or empty when there is none.
    init(of path: String) {
        var status = stat()
        let exists = stat(path, &status) == 0
        self.path = path
        device = exists ? UInt64(status.st_dev) : 0
        inode = exists ? UInt64(status.st_ino) : 0
        size = exists ? Int64(status.st_size) : 0
        modified = exists ? withUnsafeBytes(of: status.st_mtim) { Array($0) } : []
    }
}
