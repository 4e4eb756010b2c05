import ArgumentParser
import Glibc
import MockMCP

/// A script on disk.
struct ScriptFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Reads and checks it; what is wrong goes to stderr, and the process ends with 65 (64 when there is no such file).
    func server() throws -> MockServer {
        guard let text = contents() else {
            throw ValidationError(
                "--script \(path) cannot be read (\(String(cString: strerror(errno)))): give the path of a script; "
                    + "openwork-mock --print-script writes one to start from"
            )
        }
        do throws(MockScriptError) {
            return try MockServer(script: text)
        } catch {
            let lines = Array(error.problems.map { "\(path): \($0)\n" }.joined().utf8)
            _ = write(STDERR_FILENO, lines, lines.count)
            throw ExitCode(65)
        }
    }

    private func contents() -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else { return nil }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
