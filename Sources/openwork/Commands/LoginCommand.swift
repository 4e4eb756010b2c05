import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON
import MCPConnection

/// `login`: opens the vendor's page, and waits until the browser has come back.
struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Log in at the vendor of a remote server, in your browser.",
        discussion: """
            Opens the vendor's page where there is a browser, prints its address, and waits:
              openwork login linear

            Where the browser is on another machine, its last page fails to load; paste what its address bar shows:
              openwork login linear --paste

            For more than the server asks for by itself, and as an application that you made at the vendor:
              openwork login github --scope "repo read:org"
              openwork login slack --client-id 1234.5678

            The secret of an application is asked for, or read from a pipe, with --client-secret.
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    @Flag(help: "Ask for the address that the browser comes back to, instead of waiting for it.")
    var paste = false

    @Option(help: ArgumentHelp("Scopes to ask for beside the usual ones; may be repeated.", valueName: "scopes"))
    var scope: [String] = []

    @Option(help: ArgumentHelp("Another of the entry's remote servers.", valueName: "id"))
    var server: String?

    @Option(help: ArgumentHelp("The application that you made at the vendor.", valueName: "id"))
    var clientID: String?

    @Flag(help: "Ask for the secret of that application.")
    var clientSecret = false

    @Flag(help: "Only print the address, and leave the browser closed.")
    var noBrowser = false

    func validate() throws {
        guard clientID != nil || !clientSecret else {
            throw ValidationError("--client-secret belongs to an application: give --client-id too")
        }
    }

    func run() async throws {
        try await client.with { daemon in
            let secret = clientSecret ? Terminal.secret("secret of the application: ") : nil
            let request = LoginRequest(
                scopes: scope.flatMap { $0.split(separator: " ").map(String.init) },
                server: server,
                clientID: clientID,
                clientSecret: secret.flatMap { $0.isEmpty ? nil : $0 }
            )
            let answer = try await daemon.send(.post, try Path.integration(id, "oauth/start"), request.json)
            let start = try LoginStart(json: answer)
            Terminal.say("Log in to \(id) at \(start.issuer):\n\n  \(start.authorizationURL)\n")
            let verdict = paste ? try await pasted(daemon, start) : try await waited(daemon, start)
            let read = try Verdict(json: verdict)
            Terminal.print(client.json ? verdict.text(.pretty) : VerdictText.text(read))
            if !VerdictText.isFine(read) { throw ExitCode(1) }
        }
    }

    private func pasted(_ daemon: DaemonClient, _ start: LoginStart) async throws -> JSONValue {
        Terminal.say("Its last page, \(start.redirectURI)?…, may fail to load: copy its whole address.")
        guard let text = Terminal.ask("Paste it here: "), !text.isEmpty else {
            throw ClientFault.usage("no address was pasted: run openwork login \(id) --paste again")
        }
        return try await daemon.send(.post, try Path.integration(id, "oauth/complete"), PastedAddress(text).json)
    }

    private func waited(_ daemon: DaemonClient, _ start: LoginStart) async throws -> JSONValue {
        let isOpened = noBrowser ? false : Browser.open(start.authorizationURL)
        Terminal.say(
            isOpened
                ? "Your browser shows it now; waiting until it comes back (Ctrl-C gives up) …"
                : "Open it in a browser of this machine; waiting until it comes back (Ctrl-C gives up) …\n"
                    + "If your browser is elsewhere: openwork login \(id) --paste"
        )
        let time = Timekeeper(ContinuousClock())
        while await time.wait(.milliseconds(500)) {
            let report = try LoginReport(json: try await daemon.send(.get, try Path.integration(id, "oauth")))
            if let last = report.last, last.login == start.login {
                guard last.isGood else { throw ClientFault.local("\(last.message)\n  → openwork login \(id)") }
                return try await verdict(daemon)
            }
            guard report.pending.contains(start.login) else {
                // Taken up this moment, or given up: what became of it is told at the next look.
                if start.expiresAt > .now { continue }
                throw ClientFault.local("nobody came back in time\n  → openwork login \(id)")
            }
        }
        throw ExitCode(1)
    }

    /// How it is now, in the form in which the paste flow has it too.
    private func verdict(_ daemon: DaemonClient) async throws -> JSONValue {
        let report = try IntegrationReport(json: try await daemon.send(.get, try Path.integration(id)))
        return Verdict(.loggedIn, report.status).json
    }
}
