import ArgumentParser
import MCPConnection
import Registry

/// `setup`: from nothing to agents that can work.
struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: "Set up agents step by step: choose roles, enter keys or log in, each proven before the next.",
        discussion: """
              openwork setup
              openwork setup --role engineering --role support

            What works already is passed over; anything can be left out and come back to. Stop whenever you like: the next
            openwork setup goes on there, and --again chooses roles anew. Secrets do not show as you type. In the end it
            says which roles can do their job, and offers to tell your clients.

            Without anybody at the terminal, from a file in YAML or JSON, in which no secret stands:
              openwork setup --file setup.yaml

              roles: [engineering]
              integrations:
                github:
                  env:
                    GITHUB_PERSONAL_ACCESS_TOKEN: { env: GITHUB_TOKEN }
                jira:
                  env:
                    JIRA_URL: https://acme.atlassian.net
                    JIRA_PERSONAL_TOKEN: { file: /run/secrets/jira }
              clients: [claude-code]

            Exit code 1 when a chosen role cannot do its job afterwards.
            """
    )

    @OptionGroup var client: ClientOptions

    @Option(help: ArgumentHelp("A role; may be repeated.", valueName: "id")) var role: [String] = []

    @Option(help: ArgumentHelp("Answers, for nobody at the terminal.", valueName: "file")) var file: String?

    @Flag(help: "Choose roles anew.") var again = false

    func validate() throws {
        guard file == nil || (role.isEmpty && !again) else {
            throw ValidationError("--file has the roles in it: leave out --role and --again")
        }
        guard !client.json else {
            throw ValidationError("setup talks to people: openwork status --json tells programs")
        }
    }

    func run() async throws {
        try await client.with { daemon in
            let machine = try UserMachine.here()
            let ending = SetupEnding(daemon: daemon, machine: machine, url: client.url)
            let isReady: Bool
            if let file {
                isReady = try await SetupFromFile(daemon: daemon, machine: machine, ending: ending).run(file)
            } else {
                var memory = SetupMemory(in: machine.memory)
                if again { memory.roles = [] }
                let wizard = SetupWizard(daemon: daemon, ending: ending, entry: LocalCatalogue().entry, login: logIn)
                isReady = try await wizard.run(roles: role, memory: memory)
            }
            if !isReady { throw ExitCode(1) }
        }
    }

    /// The command for it, in this terminal.
    private func logIn(_ id: String) async throws {
        let words = ["login", id] + (client.url.map { ["--url", $0] } ?? [])
        try await OwnProgram.run(words)
    }
}
