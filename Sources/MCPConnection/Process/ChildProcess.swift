import CProcess
import Glibc

/// A process that we started, in a session of its own: its id stays its own until we let it go.
///
/// The system's own call, and no library: the one there is wakes once a second for each process it watches, which was
/// most of what a daemon with many servers cost at rest. Its end is seen by whoever polls its descriptor.
struct ChildProcess: Sendable {
    /// Its id, and that of its session and group.
    let pid: Int32
    /// Readable when the process has ended; for its watcher to close.
    let descriptor: Int32
    /// The value of the marker variable in its environment, different for each.
    let mark: String

    /// Starts it, and closes its ends of the pipes, also when starting fails.
    /// - Parameters:
    ///   - server: what to start, already looked at.
    ///   - path: the file it means.
    ///   - pipes: for its input, output and standard error, in this order.
    /// - Returns: the process, which runs.
    /// - Throws: `LaunchError`, with nothing left running.
    static func start(_ server: StdioServer, path: String, pipes: [ServerPipe]) throws(LaunchError) -> ChildProcess {
        defer { for pipe in pipes { close(pipe.theirs) } }
        let mark = String(UInt64.random(in: .min ... .max), radix: 36)
        var variables = server.environment.map { "\($0)=\($1)" }
        variables.append("\(StdioServer.processMarker)=\(mark)")
        let (pid, reason) = LaunchedServers.launch {
            spawn(path, [server.executable] + server.arguments, variables, in: server.workingDirectory, pipes)
        }
        guard reason == 0 else { throw LaunchError(spawning: server.executable, errno: reason) }
        let descriptor = process_descriptor(pid)
        guard descriptor >= 0 else {
            let reason = errno
            kill(-pid, SIGKILL)
            LaunchedServers.reap(pid, waiting: true)
            throw LaunchError(.outOfResources, executable: server.executable, errno: reason)
        }
        return ChildProcess(pid: pid, descriptor: descriptor, mark: mark)
    }

    /// Lets the process be reaped.
    /// - Parameter waiting: false for a process that not even SIGKILL ended; it is reaped when the kernel has let go of
    ///   it.
    func letGo(waiting: Bool) {
        LaunchedServers.reap(pid, waiting: waiting)
    }

    /// The id, or the reason why there is none.
    private static func spawn(
        _ path: String,
        _ arguments: [String],
        _ variables: [String],
        in directory: String?,
        _ pipes: [ServerPipe]
    ) -> (pid: Int32, errno: Int32) {
        let words = arguments.map { strdup($0) } + [nil]
        let settings = variables.map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        var pid: Int32 = 0
        let reason = process_start(path, words, settings, directory, pipes.map(\.theirs), &pid)
        return (pid, reason)
    }
}

extension LaunchError {
    /// What the system said, after our own check found nothing wrong.
    fileprivate init(spawning executable: String, errno reason: Int32) {
        let code: Code =
            switch reason {
            case EAGAIN, ENOMEM, EMFILE, ENFILE: .outOfResources
            case EACCES, EPERM: .notExecutable
            case ENOEXEC: .wrongFormat
            case ENOENT: .notFound
            default: .other
            }
        self.init(code, executable: executable, errno: reason)
    }
}
