import Glibc
import Subprocess
import SystemPackage

/// Starts a process and keeps it from being reaped until we are done with it: its id stays its own.
struct ProcessKeeper: Sendable {
    /// A process that runs.
    struct Child: Sendable {
        let pid: Int32
        /// Readable when the process has ended; ours to close.
        let processDescriptor: Int32
    }

    /// The value of the marker variable in the environment of the process, different for each.
    let mark: String

    private let outcome = OneShot<Result<Child, LaunchError>>()
    private let mayBeReaped = OneShot<Void>()
    private let task: Task<Void, Never>

    /// Starts at once, and closes the child's ends of the pipes, also when starting fails.
    init(_ server: StdioServer, path: String, pipes: [ServerPipe]) {
        let value = String(UInt64.random(in: .min ... .max), radix: 36)
        mark = value
        var environment: [Environment.Key: String] = [:]
        for (name, value) in server.environment { environment[.init(stringLiteral: name)] = value }
        environment[.init(stringLiteral: StdioServer.processMarker)] = value
        var options = PlatformOptions()
        options.createSession = true
        let configuration = Configuration(
            executable: .path(FilePath(path)),
            arguments: Arguments(server.arguments),
            environment: .custom(environment),
            workingDirectory: server.workingDirectory.map { FilePath($0) },
            platformOptions: options
        )
        let executable = server.executable
        // Not a child of this task: cancelling must not reach the library, which would kill the process at once, alone,
        // and reap it while its group is still needed. `started` and `letGo` await it on every path.
        task = Task { [outcome, mayBeReaped] in
            do {
                _ = try await run(
                    configuration,
                    input: .fileDescriptor(.init(rawValue: pipes[0].theirs), closeAfterSpawningProcess: true),
                    output: .fileDescriptor(.init(rawValue: pipes[1].theirs), closeAfterSpawningProcess: true),
                    error: .fileDescriptor(.init(rawValue: pipes[2].theirs), closeAfterSpawningProcess: true)
                ) { execution in
                    let identifier = execution.processIdentifier
                    let descriptor = fcntl(identifier.processDescriptor, F_DUPFD_CLOEXEC, 3)
                    guard descriptor >= 0 else {
                        kill(-identifier.value, SIGKILL)
                        outcome.fulfil(.failure(LaunchError(.outOfResources, executable: executable, errno: errno)))
                        return
                    }
                    await LaunchedServers.including(identifier.value) {
                        outcome.fulfil(.success(Child(pid: identifier.value, processDescriptor: descriptor)))
                        _ = await mayBeReaped.wait()
                    }
                }
            } catch {
                outcome.fulfil(.failure(LaunchError(error, executable: executable)))
            }
        }
    }

    /// Waits until it runs, cancelled or not: a process half started could not be ended.
    func started() async throws(LaunchError) -> Child {
        let outcome = outcome
        guard let result = await Task(operation: { await outcome.wait() }).value else {
            throw LaunchError(.other, executable: mark)
        }
        return try result.get()
    }

    /// Lets the process be reaped.
    /// - Parameter waiting: false for a process that not even SIGKILL ended; it is reaped when the kernel lets go of
    ///   it.
    func letGo(waiting: Bool) async {
        mayBeReaped.fulfil(())
        if waiting { await task.value }
    }
}

extension LaunchError {
    /// What the library or the system said, after our own check found nothing wrong.
    fileprivate init(_ error: any Error, executable: String) {
        guard let error = error as? SubprocessError else {
            self.init(.other, executable: executable, subject: "\(error)")
            return
        }
        let reason = error.underlyingError?.rawValue
        let code: Code =
            switch reason {
            case EAGAIN, ENOMEM, EMFILE, ENFILE: .outOfResources
            case EACCES, EPERM: .notExecutable
            case ENOEXEC: .wrongFormat
            default: error.code == .executableNotFound ? .notFound : .other
            }
        self.init(code, executable: executable, subject: reason == nil ? error.description : nil, errno: reason)
    }
}
