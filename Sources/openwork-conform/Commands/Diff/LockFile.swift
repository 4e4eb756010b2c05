import ArgumentParser
import Conformance
import Drift
import Glibc
import JSON

/// The file of pinned tools: replaced as a whole.
struct LockFile {
    let path: String

    /// What is pinned; nothing where there is no file yet.
    func read() throws -> ToolLock {
        guard access(path, F_OK) == 0 else { return ToolLock() }
        let text = try TextFile(path: path).read()
        do {
            return try ToolLock(json: try JSONValue(parsing: text))
        } catch let faults as ToolLock.Faults {
            for sentence in faults.sentences { say("\(path): \(sentence)") }
        } catch {
            say("\(path): \(error)")
        }
        throw ExitCode(RunExitCode.badData.rawValue)
    }

    func write(_ lock: ToolLock) throws {
        try FixtureDestination(path: path).replace(with: lock.text)
    }
}
