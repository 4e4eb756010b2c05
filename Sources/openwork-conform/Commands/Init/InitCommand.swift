import ArgumentParser
import Conformance
import Fixtures
import JSON
import MCP
import MCPConnection
import Registry
import Scaffolding

/// `init`: from a running server to an entry with its suite, its recordings and its page.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make an entry of the registry from a server: entry, suite, recordings and page.",
        discussion: """
            It starts the server by the command that you give, and no other; reads its tools; asks for what it cannot \
            know, calls the one tool that you choose, writes everything down and checks it:

              openwork-conform init --package pypi:mcp-server-time@2026.1.1 -- mcp-server-time
              openwork-conform init --url https://host/mcp --header "Authorization: Bearer $TOKEN" --credential TOKEN
              openwork-conform init --credential API_KEY --probe whoami --yes -- my-server

            What flags say is not asked; with --yes, or where there is no terminal, nothing is. A tool is called without \
            being chosen only where the server itself says that it changes nothing.

            A file that is there and says something else stays as it is, and nothing is written, unless --force is \
            given. Recordings that are there stay, too.

            Exit codes: 0 written, and every check passed; 1 a check failed, or files stand in the way; 3 the server \
            did not list its tools, or you left; 64 wrong usage; 65 a secret would have been written.
            """
    )

    @OptionGroup var options: InitOptions
    @OptionGroup var server: FixtureServerOptions

    func validate() throws {
        let problems = server.problems + options.problems
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let run = InitRun(options: options, server: server, console: Console(options))
        let outcome = await Interrupts.cancelling { () async -> Result<InitResult?, any Error> in
            do { return .success(try await run.gather()) } catch { return .failure(error) }
        }
        let gathered: InitResult?
        do {
            gathered = try outcome.get()
        } catch let failure as LiveListing.Failure {
            say("\(failure)")
            throw ExitCode(RunExitCode.incomplete.rawValue)
        }
        guard let result = gathered else {
            say("you left: nothing was written")
            throw ExitCode(RunExitCode.incomplete.rawValue)
        }
        try result.write(force: options.force)
        if !options.skipChecks { try await InitCheck(result: result, server: server).run() }
        result.sayWhatIsLeft()
    }
}
