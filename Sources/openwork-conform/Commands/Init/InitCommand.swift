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
            It starts the server, reads its tools, asks for what it cannot know, calls the one tool that you choose, \
            writes everything down and checks it:

              openwork-conform init --package pypi:mcp-server-time
              openwork-conform init --package pypi:mcp-server-sqlite --constraint 'mcp<2' -- --db-path ./test.db
              openwork-conform init --package npm:shop-mcp@1.2.3 -- node build/index.js
              openwork-conform init --url https://host/mcp --header "Authorization: Bearer $TOKEN" --credential TOKEN
              openwork-conform init --credential API_KEY --probe whoami --yes -- my-server

            Without a command, the package is installed into a folder of its own by the client of its registry, no \
            script of it runs on the way, and its program is what is started. With a command, that is started, and \
            no other; the package then only says where it comes from.

            What flags say is not asked; with --yes, or where there is no terminal, nothing is. A tool is called without \
            being chosen only where the server itself says that it changes nothing.

            A file that is there and says something else stays as it is, and nothing is written, unless --force is \
            given. Recordings that are there stay, too.

            Exit codes: 0 written, and every check passed; 1 a check failed, or files stand in the way; 3 the server \
            could not be installed or did not list its tools, or you left; 64 wrong usage; 65 a secret would have been written.
            """
    )

    @OptionGroup var options: InitOptions
    @OptionGroup var server: FixtureServerOptions

    func validate() throws {
        let problems = options.problems(beside: server)
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        let prefix = options.installs(server) ? try LivePrefix(options.prefix) : nil
        defer { prefix?.leave() }
        let console = Console(options)
        let outcome = await Interrupts.cancelling { () async -> Result<InitResult?, any Error> in
            do {
                var installed: InitPackage?
                if let prefix {
                    let words = server.command
                    installed = try await InitPackage(
                        installing: options,
                        arguments: words,
                        below: prefix.path,
                        console
                    )
                }
                return .success(try await InitRun(options, server, installed, console).gather())
            } catch {
                return .failure(error)
            }
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
        if !options.skipChecks {
            try await InitCheck(result: result, server: server, options: options, prefix: prefix?.path).run()
        }
        result.sayWhatIsLeft()
    }
}
