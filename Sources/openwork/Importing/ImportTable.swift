import ClientFiles
import JSON

/// What an import would do, for people and for programs.
struct ImportTable {
    let sources: ImportSources
    let plan: ImportPlan

    var text: String {
        var lines: [String] = []
        for file in sources.files {
            lines.append("\(file.file.client.name): \(file.file.path) (\(Self.count(file.servers.count)))")
            lines += file.faults.map { "  ⚠️  \($0)" }
        }
        guard !plan.steps.isEmpty else { return (lines + ["", "nothing to take over"]).joined(separator: "\n") }
        var table = TextTable(["", "server", "from", "becomes", "with"])
        for step in plan.steps {
            let becomes =
                switch step.action {
                case .configure(let id, _, let kind): ("✅", "\(id) (\(kind))")
                case .add(let id, _, let startsCommand):
                    ("➕", "\(id), an entry of your own\(startsCommand ? " that starts a command" : "")")
                case .skip: ("·", "skipped")
                }
            let with =
                switch step.action {
                case .skip(let reason): reason
                default: (step.settings.map(\.shown) + step.notes).joined(separator: ", ")
                }
            table.add([becomes.0, step.found.name, step.found.client.rawValue, becomes.1, with])
        }
        return (lines + ["", table.text]).joined(separator: "\n")
    }

    private static func count(_ count: Int) -> String { count == 1 ? "1 server" : "\(count) servers" }

    /// Names of settings only.
    static func json(_ step: ImportStep, result: JSONValue?) -> JSONValue {
        var object: JSONObject = [
            "server": .string(step.found.name), "client": .string(step.found.client.rawValue),
            "file": .string(step.found.path), "project": step.found.project.map { .string($0) } ?? .null,
            "settings": .array(step.settings.map { .string($0.name) }), "notes": .array(step.notes.map { .string($0) }),
        ]
        switch step.action {
        case .configure(let id, let server, _):
            object["action"] = "configure"
            object["integration"] = .string(id)
            object["uses"] = .string(server)
        case .add(let id, let entry, let startsCommand):
            object["action"] = "add"
            object["integration"] = .string(id)
            object["startsCommand"] = .bool(startsCommand)
            object["entry"] = .object(entry)
        case .skip(let reason):
            object["action"] = "skip"
            object["reason"] = .string(reason)
        }
        if let result { object["result"] = result }
        return .object(object)
    }

    var files: JSONValue {
        .array(
            sources.files.map { file in
                [
                    "client": .string(file.file.client.rawValue), "path": .string(file.file.path),
                    "servers": .number(JSONNumber(Int64(file.servers.count))),
                    "faults": .array(file.faults.map { .string($0) }),
                ]
            }
        )
    }
}
