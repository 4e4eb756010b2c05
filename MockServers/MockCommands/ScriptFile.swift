package import MockMCP
import Registry

/// A script on disk.
package struct ScriptFile {
    private let path: String

    /// Names the file; nothing is read yet.
    package init(_ path: String) {
        self.path = path
    }

    /// Reads and checks it; a file that cannot be read is wrong usage, one that can and is wrong is a wrong script.
    package func server() throws(CommandFault) -> MockServer {
        let text: String
        do throws(LocalFileError) {
            text = String(decoding: try LocalFile.bytes(of: path), as: UTF8.self)
        } catch {
            throw CommandFault(
                usage: "--script \(path) cannot be read (\(error.reason)): give the path of a "
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
