import ArgumentParser
import DaemonAPI
import Glibc
import HTTPTypes
import JSON

/// `configure`: settings, of which secrets need never stand on a command line.
struct ConfigureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "configure",
        abstract: "Set what an integration needs, and say at once whether it works.",
        discussion: """
            Without any setting you are asked for what is required and missing; secrets do not show as you type:
              openwork configure github

            A name alone is asked for, or read from a pipe; a name with a value is taken as it is:
              openwork configure github GITHUB_PERSONAL_ACCESS_TOKEN
              pass github-token | openwork configure github GITHUB_PERSONAL_ACCESS_TOKEN
              openwork configure jira JIRA_URL=https://acme.atlassian.net

            From a file with NAME=value lines, and taking one away:
              openwork configure jira --env-file jira.env
              openwork configure jira --unset JIRA_PERSONAL_TOKEN

            What stands on a command line can be seen by other users of the machine while it runs.
            """
    )

    @OptionGroup var client: ClientOptions

    @Argument(help: "Its id.") var id: String

    @Argument(help: ArgumentHelp("NAME=value, or NAME to be asked for it.", valueName: "setting"))
    var settings: [String] = []

    @Option(help: ArgumentHelp("A file with NAME=value lines.", valueName: "file"))
    var envFile: String?

    @Option(help: ArgumentHelp("Take a value away; may be repeated.", valueName: "name"))
    var unset: [String] = []

    @Option(help: ArgumentHelp("Use another of the entry's servers.", valueName: "id"))
    var server: String?

    func run() async throws {
        try await client.with { daemon in
            var values: [String: String?] = [:]
            if let envFile { values = try Self.file(envFile) }
            for name in unset { values[name] = .some(nil) }
            for setting in settings {
                if let sign = setting.firstIndex(of: "=") {
                    values[String(setting[..<sign])] = .some(String(setting[setting.index(after: sign)...]))
                } else {
                    values[setting] = .some(try Self.asked(setting))
                }
            }
            if values.isEmpty, server == nil { values = try await missing(daemon) }
            let request = ConfigureRequest(environment: values, server: server)
            let answer = try await daemon.send(.post, try Path.integration(id, "configure"), request.json)
            let verdict = try Verdict(json: answer)
            Terminal.print(client.json ? answer.text(.pretty) : VerdictText.text(verdict))
            if !VerdictText.isFine(verdict) { throw ExitCode(1) }
        }
    }

    /// Asks for what is required and has no value, or when there is nothing of that kind for every secret.
    private func missing(_ daemon: DaemonClient) async throws -> [String: String?] {
        let report = try IntegrationReport(json: try await daemon.send(.get, try Path.integration(id)))
        let wanted = report.fields.filter { $0.isRequired && !$0.isSet }
        let fields = wanted.isEmpty ? report.fields.filter { $0.isRequired || $0.isSecret } : wanted
        guard !fields.isEmpty else { return [:] }
        var values: [String: String?] = [:]
        for field in fields {
            if let summary = field.summary { Terminal.complain("\(field.name): \(summary)") }
            values[field.name] = .some(try Self.asked(field.name))
        }
        return values
    }

    private static func asked(_ name: String) throws -> String {
        guard let value = Terminal.secret("\(name): "), !value.isEmpty else {
            throw ClientFault.usage("\(name) has no value: type one, send one through a pipe, or write \(name)=value")
        }
        return value
    }

    private static func file(_ path: String) throws -> [String: String?] {
        guard let file = fopen(path, "re") else {
            throw ClientFault.usage("\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var values: [String: String?] = [:]
        var buffer: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { free(buffer) }
        while getline(&buffer, &room, file) >= 0, let buffer {
            let line = String(cString: buffer).filter { $0 != "\n" && $0 != "\r\n" && $0 != "\r" }
            guard let sign = line.firstIndex(of: "="), !line.hasPrefix("#") else { continue }
            let name = line[..<sign].drop { $0 == " " }
            let bare = name.hasPrefix("export ") ? name.dropFirst(7) : name
            var value = line[line.index(after: sign)...]
            if value.count > 1, let quote = value.first, "\"'".contains(quote), value.last == quote {
                value = value.dropFirst().dropLast()
            }
            values[String(bare)] = .some(String(value))
        }
        return values
    }
}
