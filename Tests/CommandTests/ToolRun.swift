import Foundation
import Glibc
import JSON
import Synchronization
import TestSupport

/// One run of a built executable, with what it printed, how it ended, and how much memory it took.
struct ToolRun: Sendable {
    let output: String
    let errors: String
    /// The exit code, or 128 and the signal.
    let code: Int32
    /// The most memory that it had at once, in kilobytes; its children do not count.
    let peakKilobytes: Int

    /// The report, when `--format json` was given.
    var json: JSONValue {
        get throws { try JSONValue(parsing: Array(output.utf8)) }
    }

    /// The verdicts of a JSON report by check; of several revisions the last.
    func verdicts() throws -> [String: String] {
        let rows = try json["results"]?.arrayValue ?? []
        return Dictionary(rows.map { ($0["check"]?.stringValue ?? "", $0["verdict"]?.stringValue ?? "") }) { $1 }
    }

    /// The path of an executable that was built together with the tests.
    static func path(of tool: String) throws -> String {
        guard let path = BuiltProduct.path(of: tool) else {
            throw ToolFault(description: "\(tool) was not built beside the tests")
        }
        return path
    }

    /// Runs an executable to its end; `started` gets its process id while it runs, and what it prints goes to files of
    /// that name meanwhile.
    static func of(
        _ tool: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        in folder: TemporaryFolder,
        named name: String = UUID().uuidString,
        started: @escaping @Sendable (pid_t) -> Void = { _ in }
    ) async throws -> ToolRun {
        let path = try path(of: tool)
        return try await of(
            path: path,
            arguments,
            environment: environment,
            in: folder,
            named: name,
            started: started
        )
    }

    /// The same for an executable anywhere.
    static func of(
        path: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        in folder: TemporaryFolder,
        named name: String = UUID().uuidString,
        started: @escaping @Sendable (pid_t) -> Void = { _ in }
    ) async throws -> ToolRun {
        let (output, errors) = (folder.path("\(name).out"), folder.path("\(name).err"))
        let pid = try spawn(path, arguments, environment, output, errors)
        started(pid)
        let (status, usage) = await ended(pid)
        return ToolRun(
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8),
            code: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F,
            peakKilobytes: usage
        )
    }

    private static func spawn(
        _ path: String,
        _ arguments: [String],
        _ environment: [String: String],
        _ output: String,
        _ errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let variables = ["PATH": "/usr/local/bin:/usr/bin:/bin"].merging(environment) { $1 }
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let settings = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var pid = pid_t()
        // Threads of a test run block signals, and whoever is started inherits that: it would be deaf to some of them.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let result = posix_spawn(&pid, path, &actions, &attributes, words, settings)
        guard result == 0 else { throw ToolFault(description: "\(path): \(String(cString: strerror(result)))") }
        return pid
    }

    private static func ended(_ pid: pid_t) async -> (Int32, Int) {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var status: Int32 = 0
                var usage = rusage()
                wait4(pid, &status, 0, &usage)
                continuation.resume(returning: (status, usage.ru_maxrss))
            }
        }
    }
}

struct ToolFault: Error, CustomStringConvertible {
    let description: String
}
