import ArgumentParser
import HTTPTypes
import MCPHTTP

/// A server at an address, and what it wants to see before it answers.
struct AddressOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Check the server at this address.", valueName: "http://host:port/mcp"))
    var url: String?

    @Option(
        name: .customLong("header"),
        help: ArgumentHelp("Sent with every request; its value is masked in reports.", valueName: "name: value")
    )
    var headers: [String] = []

    @Option(help: ArgumentHelp("Send the value of this variable as bearer token.", valueName: "name"))
    var bearerEnv: String?

    @Option(
        name: .customLong("ca"),
        help: ArgumentHelp("Trust these certificates, too; PEM. May be repeated.", valueName: "file")
    )
    var authorities: [String] = []

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems: [String] = []
        if let url {
            do throws(HTTPAddressError) {
                _ = try HTTPAddress(url)
            } catch {
                problems.append("--url \(url): \(error), as in --url http://127.0.0.1:3000/mcp")
            }
        } else {
            if !headers.isEmpty { problems.append("--header is for --url: a process has no headers") }
            if bearerEnv != nil { problems.append("--bearer-env is for --url: give a process --env NAME") }
            if !authorities.isEmpty { problems.append("--ca is for --url") }
        }
        problems += headers.filter { AddressOptions.field($0) == nil }.map {
            "--header \($0.prefix { $0 != ":" }): write a name, a colon and a value, as in --header 'X-Key: abc'"
        }
        return problems
    }

    /// The address; its fault is worded by `problems`, which is asked first.
    var address: HTTPAddress? {
        url.flatMap { try? HTTPAddress($0) }
    }

    /// The credentials as header fields.
    /// - Throws: `ValidationError` when a variable is not set.
    func fields(_ environment: [String: String]) throws -> HTTPFields {
        var fields = HTTPFields()
        for field in headers.compactMap(AddressOptions.field) {
            fields.append(field)
        }
        if let bearerEnv {
            guard let token = environment[bearerEnv], !token.isEmpty else {
                throw ValidationError("--bearer-env \(bearerEnv): the variable is not set here: export it first")
            }
            fields[.authorization] = "Bearer \(token)"
        }
        return fields
    }

    /// What must not be printed, by a name for the report.
    func secrets(_ environment: [String: String]) -> [String: String] {
        var secrets: [String: String] = [:]
        for field in headers.compactMap(AddressOptions.field) {
            secrets[field.name.rawName] = field.value
            // A scheme such as Bearer is no secret, what follows it is.
            if let space = field.value.firstIndex(of: " ") {
                secrets["\(field.name.rawName) credential"] = String(field.value[space...].dropFirst())
            }
        }
        if let bearerEnv, let token = environment[bearerEnv] {
            secrets[bearerEnv] = token
        }
        return secrets
    }

    /// What is repeated on the command line: no value of a header.
    var words: [String] {
        headers.flatMap { ["--header", "\($0.prefix { $0 != ":" }): …"] }
            + (bearerEnv.map { ["--bearer-env", $0] } ?? []) + authorities.flatMap { ["--ca", $0] }
    }

    private static func field(_ text: String) -> HTTPField? {
        guard let colon = text.firstIndex(of: ":"), let name = HTTPField.Name(String(text[..<colon])) else {
            return nil
        }
        let value = text[colon...].dropFirst().drop { $0 == " " }
        return value.isEmpty ? nil : HTTPField(name: name, value: String(value))
    }
}
