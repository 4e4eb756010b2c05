import Install
import Testing

@testable import Daemon

private struct Shell: CommandRunner {
    var output: [String]

    func run(
        _ command: InstallCommand,
        within bound: Duration,
        onLine: @escaping @Sendable (String) -> Void
    ) async -> CommandResult {
        command.environment["API_TOKEN"] == nil && bound <= .seconds(5)
            ? CommandResult(.exited(0), output: output) : CommandResult(.notStarted("not like this"))
    }
}

@Suite("PATH")
struct LoginPathTests {
    @Test("is what the login shell says, then ours, then the usual, each folder once and none that is relative")
    func found() async {
        let shell = Shell(output: ["Welcome back!", "PATH=/wrong", "HOME=/u", "PATH=/u/.nvm/bin:bin::/usr/bin"])
        let path = await LoginPath.find(
            environment: ["PATH": "/opt/bin:/usr/bin", "API_TOKEN": "x"],
            shell: "/bin/zsh",
            runner: shell
        )
        #expect(path == "/u/.nvm/bin:/usr/bin:/opt/bin:/usr/local/bin:/bin")
    }

    @Test("is ours where there is no shell to ask", arguments: [nil, "/usr/sbin/nologin", "/bin/false", "zsh"])
    func none(shell: String?) async {
        let path = await LoginPath.find(
            environment: ["PATH": "/opt/bin"],
            shell: shell,
            runner: Shell(output: ["PATH=/never"])
        )
        #expect(path == "/opt/bin:/usr/local/bin:/usr/bin:/bin")
    }
}
