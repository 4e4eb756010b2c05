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
        guard let text = FileText.contents(of: path) else {
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
}
