import Registry

/// A server that was found, held against the entry that it belongs to.
struct ImportDraft {
    let found: FoundServer
    let integration: Integration
    let server: IntegrationServer
    let settings: [ImportStep.Setting]
    let notes: [String]
    /// Variables without which nothing works and for which the file has no value.
    let missing: [String]

    init(_ found: FoundServer, _ match: ServerMatcher.Match) {
        self.found = found
        integration = match.integration
        server = match.server
        let fields = match.integration.configSchema(of: match.server)
        let given = Self.given(found, match.server)
        let usable = given.filter { !$0.value.isEmpty && !$0.value.contains("${") }
        settings = fields.compactMap { field in
            usable[field.name].map { ImportStep.Setting(name: field.name, value: $0, isSecret: field.isSecret) }
        }
        let set = Set(settings.map(\.name))
        let alternatives = match.integration.auth(of: match.server).alternatives
        let open = fields.map(\.name).filter { given[$0]?.contains("${") ?? false }
        let lacksChoice = !alternatives.isEmpty && !alternatives.contains { $0.allSatisfy(set.contains) }
        missing =
            fields.filter { $0.isRequired && !set.contains($0.name) || open.contains($0.name) }.map(\.name)
            + (lacksChoice ? [alternatives.map { $0.joined(separator: " and ") }.joined(separator: ", or ")] : [])
        let names = Set(fields.map(\.name))
        let unknown = usable.keys.filter { !names.contains($0) }.sorted()
        notes =
            (unknown.isEmpty ? [] : ["the entry does not have \(unknown.joined(separator: ", ")): left out"])
            + (found.project.map { ["there it is for \($0) only"] } ?? [])
    }

    var step: ImportStep {
        guard missing.isEmpty else {
            let open = found.unresolved.isEmpty ? "" : "; the file has only \(found.unresolved.joined(separator: ", "))"
            return .skipping(
                found,
                "\(integration.id) needs \(missing.joined(separator: ", "))\(open): openwork configure \(integration.id)"
            )
        }
        return ImportStep(
            found: found,
            action: .configure(integration: integration.id, server: server.id, kind: server.kind.rawValue),
            settings: settings,
            notes: notes
        )
    }

    /// Values by the names of variables, wherever the command line or the header fields have them.
    private static func given(_ found: FoundServer, _ server: IntegrationServer) -> [String: String] {
        switch found.launch {
        case .address(_, let fields):
            return Self.values(in: fields, as: server.headers)
        case .program(let program, let arguments, let environment):
            let package = LaunchedPackage(program, arguments)
            if package.bridgedAddress != nil {
                return environment.merging(Self.values(in: package.bridgedFields, as: server.headers)) { $1 }
            }
            return environment.merging(package.environment) { $1 }
                .merging(Self.values(in: package.arguments, as: server.arguments)) { first, _ in first }
        }
    }

    /// What stands where a header field of the entry has a placeholder.
    private static func values(in fields: [String: String], as pattern: [String: String]) -> [String: String] {
        let given = Dictionary(fields.map { ($0.key.lowercased(), $0.value) }) { $1 }
        var values: [String: String] = [:]
        for (name, template) in pattern {
            guard let text = given[name.lowercased()], let (variable, value) = Template(template).match(text) else {
                continue
            }
            values[variable] = value
        }
        return values
    }

    /// What stands where an argument of the entry has a placeholder: the same option, with another value.
    private static func values(in words: [String], as pattern: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for (index, template) in pattern.enumerated() where template.contains("${") {
            if let (variable, value) = words.lazy.compactMap({ Template(template).match($0) }).first,
                !Template(template).isBare
            {
                values[variable] = value
            } else if Template(template).isBare, index > 0, let option = words.firstIndex(of: pattern[index - 1]),
                let value = words[safe: option + 1], let (variable, _) = Template(template).match(value)
            {
                values[variable] = value
            }
        }
        return values
    }
}
