import Foundation
import Glibc
import Synchronization
import Testing

@Suite("Ctrl-C in the middle of a run")
struct InterruptTests {
    @Test("ends the server and prints what was done so far", .timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let fifo = folder.path("call")
        #expect(mkfifo(fifo, 0o600) == 0)
        // Between us and the mock: keeps the first call back, and says by its process id that it came.
        let line = """
            while read -r message; do case "$message" in \
            *tools/call*) echo $$ > "$1";; *) printf '%s\\n' "$message";; esac; done | "$0"
            """
        let tool = Mutex<pid_t>(0)
        async let run = ToolRun.of(
            "openwork-conform",
            [
                "run", "--timeout", "50", "--revision", "2025-11-25", "--server", "--", "/bin/sh", "-c", line, mock,
                fifo,
            ],
            in: folder
        ) { pid in tool.withLock { $0 = pid } }
        let server = try #require(pid_t(await Self.line(of: fifo)))
        kill(tool.withLock(\.self), signal)
        let ended = try await run
        #expect(ended.code == 3 || ended.code == 1)
        #expect(ended.output.contains("interrupted; "))
        #expect(ended.output.contains("the run was interrupted"))
        #expect(kill(server, 0) == -1 && errno == ESRCH)
    }

    /// The first line of a named pipe, as soon as somebody writes one.
    private static func line(of fifo: String) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let descriptor = open(fifo, O_RDONLY)
                var bytes = [UInt8](repeating: 0, count: 64)
                let count = read(descriptor, &bytes, bytes.count)
                close(descriptor)
                let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
                continuation.resume(returning: text.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
    }
}
