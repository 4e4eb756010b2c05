/// Ends servers when this process dies without doing so, even by SIGKILL: a small shell that waits for our end.
///
/// The kernel's own way (`PR_SET_PDEATHSIG`) has to be asked for inside the child before it starts its program, which
/// the call that starts our children does not offer, and reaches only the child itself. The shell knows the group
/// and the mark of each server and sees our end as the end of its input. A server started in the last instant before a
/// SIGKILL may not be known to it yet; that one only sees the end of its own input.
package struct ServerGuard: Sendable {
    private let channel: any MessageChannel

    init(channel: any MessageChannel) {
        self.channel = channel
    }

    /// Reads "+ PID:MARK" and "- PID:MARK"; at the end of its input it ends what it still knows.
    static let program = """
        trap '' HUP INT TERM
        known=' '
        while read -r sign server; do
            case $sign in
            +) known="$known$server " ;;
            -) known="${known%%" $server "*} ${known#*" $server "}" ;;
            esac
        done
        [ "$known" = ' ' ] && exit
        for server in $known; do kill -s TERM -- "-${server%%:*}" 2>/dev/null; done
        sleep 1
        for server in $known; do
            kill -s KILL -- "-${server%%:*}" 2>/dev/null
            for file in $(grep -slzx -- "\(StdioServer.processMarker)=${server#*:}" /proc/[0-9]*/environ); do
                stray=${file#/proc/}
                kill -s KILL "${stray%/environ}" 2>/dev/null
            done
        done
        """

    /// From now on this server does not outlive us.
    func watch(_ pid: Int32, mark: String) async {
        await tell("+ \(pid):\(mark)")
    }

    /// This server is ours to end, or has ended.
    func forget(_ pid: Int32, mark: String) async {
        await tell("- \(pid):\(mark)")
    }

    private func tell(_ line: String) async {
        // A guard that is gone can guard nothing; servers are still ended by the scopes that started them.
        try? await channel.send(Array(line.utf8))
    }
}

/// Runs the body with a guard for the servers it starts: they do not outlive this process, however it ends.
///
/// One guard serves any number of servers. It costs one idle shell process.
/// - Throws: `LaunchError` when there is no `/bin/sh`; what the body throws is in the result.
package func withServerGuard<Value, C: Clock<Duration>>(
    clock: C,
    _ body: (ServerGuard) async throws -> Value
) async throws(LaunchError) -> Result<Value, any Error> {
    let shell = StdioServer(
        executable: "/bin/sh",
        arguments: ["-c", ServerGuard.program],
        environment: ["PATH": "/usr/bin:/bin"]
    )
    return try await withServerProcess(shell, clock: clock) { try await body(ServerGuard(channel: $0.channel)) }.outcome
}
