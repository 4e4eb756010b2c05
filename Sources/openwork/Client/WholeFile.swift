import Glibc
import Registry

/// Files of this machine that are read and replaced as a whole.
enum WholeFile {
    /// Nil where there is no such file.
    static func bytes(of path: String) throws -> [UInt8]? {
        guard access(path, F_OK) == 0 else { return nil }
        do throws(LocalFileError) {
            return try LocalFile.bytes(of: path)
        } catch {
            throw ClientFault.local("\(path) cannot be read: \(error)")
        }
    }

    /// In one step, with the rights that the file has; a new one is for its owner only.
    ///
    /// Where a link leads to the file, the link stays.
    static func replace(_ path: String, with bytes: [UInt8]) throws {
        let target = resolved(path)
        try makeFolder(of: target)
        var facts = stat()
        let mode = stat(target, &facts) == 0 ? facts.st_mode & 0o777 : 0o600
        let draft = target + ".openwork-new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw fault(path) }
        fchmod(descriptor, mode)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        let isWhole = rest.isEmpty && fsync(descriptor) == 0
        close(descriptor)
        guard isWhole, rename(draft, target) == 0 else {
            let fault = fault(path)
            unlink(draft)
            throw fault
        }
    }

    /// What is not there is gone already.
    static func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw fault(path) }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func makeFolder(of path: String) throws {
        let parts = path.split(separator: "/").dropLast()
        var folder = path.hasPrefix("/") ? "" : "."
        for part in parts {
            folder += "/" + part
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw fault(folder) }
        }
    }

    private static func fault(_ path: String) -> ClientFault {
        .local("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
}
