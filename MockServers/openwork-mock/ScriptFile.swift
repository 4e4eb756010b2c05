import Glibc
import MockMCP

/// A script on disk.
struct ScriptFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Reads and checks it; a file that cannot be read is wrong usage, one that can and is wrong is a wrong script.
    func server() throws(CommandFault) -> MockServer {
        guard let text = contents() else {
            throw CommandFault(
                usage: "--script \(path) cannot be read (\(String(cString: strerror(errno)))): give the path of a "
                    + "script; openwork-mock --print-script writes one to start from"
            )
        }
        do throws(MockScriptError) {
            return try MockServer(script: text)
        } catch {
            throw CommandFault(script: error.problems.map { "\(path): \($0)" })
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
