import ArgumentParser
import Glibc

/// A file named on the command line; a fault names the file and the reason.
struct TextFile {
    let path: String

    /// The whole text.
    func read() throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw fault("cannot be read")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            guard count > 0 else {
                break
            }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Empties the file, and gives a descriptor to write with.
    func begin() throws -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw fault("cannot be written")
        }
        return descriptor
    }

    /// Replaces the file.
    func write(_ text: String) throws {
        let descriptor = try begin()
        writeAll(text, to: descriptor)
        guard close(descriptor) == 0 else {
            throw fault("cannot be written")
        }
    }

    private func fault(_ what: String) -> ValidationError {
        ValidationError("\(path) \(what): \(String(cString: strerror(errno)))")
    }
}
