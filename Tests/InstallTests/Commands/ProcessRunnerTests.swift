import Install
import Synchronization
import Testing

@Suite("Running a client", .timeLimit(.minutes(1)))
struct ProcessRunnerTests {
    private let runner = ProcessRunner(clock: ContinuousClock())

    @Test("keeps what it says, and how it ended")
    func ended() async {
        let lines = Mutex<[String]>([])
        let command = InstallCommand("/bin/sh", ["-c", "echo one; echo two >&2; exit 3"])
        let result = await runner.run(command, within: .seconds(50)) { line in lines.withLock { $0.append(line) } }
        #expect(result == CommandResult(.exited(3), output: ["one"], errors: ["two"]))
        #expect(lines.withLock { Set($0) } == ["one", "two"])
    }

    @Test("ends one that takes too long, with everything that it started")
    func timedOut() async {
        let command = InstallCommand("/bin/sh", ["-c", "sleep 1000 & sleep 1000"])
        let result = await runner.run(command, within: .milliseconds(200)) { _ in }
        #expect(result.ending == .timedOut)
    }

    @Test("that is not there says so")
    func missing() async {
        let result = await runner.run(InstallCommand("/nonexistent/npm", []), within: .seconds(1)) { _ in }
        guard case .notStarted(let words) = result.ending else {
            Issue.record("\(result)")
            return
        }
        #expect(words.contains("/nonexistent/npm"))
    }

    @Test("gives it the end of input, so that nothing waits for an answer")
    func noInput() async {
        let result = await runner.run(InstallCommand("/bin/cat", []), within: .seconds(50)) { _ in }
        #expect(result.ending == .exited(0))
    }
}
