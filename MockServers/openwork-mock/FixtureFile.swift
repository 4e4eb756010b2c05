import Fixtures
import Glibc
import MockMCP

/// A recording on disk.
struct FixtureFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Reads and checks it; a file that cannot be read is wrong usage, one that can and is wrong is a wrong fixture.
    func server() throws(CommandFault) -> ReplayedServer {
        guard let text = FileText.contents(of: path) else {
            throw CommandFault(
                usage: "--replay \(path) cannot be read (\(String(cString: strerror(errno)))): give the path of a "
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
