import Glibc
import MCPConnection
import Registry

/// Another command of this program, in the same terminal.
enum OwnProgram {
    /// Waits until it has ended; how it ended shows in what it changed.
    static func run(_ arguments: [String]) async throws {
        let path = LocalFile.executableFolder() + "/openwork"
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let settings = inheritedEnvironment().map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var pid = pid_t()
        let result = posix_spawn(&pid, path, nil, nil, words, settings)
        guard result == 0 else {
            throw ClientFault.local("\(path) cannot be started: \(String(cString: strerror(result)))")
        }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    }
}
