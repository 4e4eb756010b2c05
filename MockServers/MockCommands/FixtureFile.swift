import Fixtures
package import MockMCP
import Registry

/// A recording on disk.
package struct FixtureFile {
    private let path: String

    /// Names the file; nothing is read yet.
    package init(_ path: String) {
        self.path = path
    }

    /// Reads and checks it; a file that cannot be read is wrong usage, one that can and is wrong is a wrong fixture.
    package func server() throws(CommandFault) -> ReplayedServer {
        let text: String
        do throws(LocalFileError) {
            text = String(decoding: try LocalFile.bytes(of: path), as: UTF8.self)
        } catch {
            throw CommandFault(
                usage: "--replay \(path) cannot be read (\(error.reason)): give the path of a "
                    + "recording; openwork-conform record writes one"
            )
        }
        do throws(FixtureError) {
            return ReplayedServer(try Fixture(parsing: text))
        } catch {
            throw CommandFault(script: error.faults.map { "\(path):\($0)" })
        }
    }
}
