import JSON
import Redaction
import Registry

/// An entry of the user's own, made of a server that no entry knows.
struct CustomEntry {
    let step: ImportStep

    init(_ found: FoundServer, taken: Set<String>) {
        guard found.unresolved.isEmpty else {
            step = .skipping(found, "the file has only \(found.unresolved.joined(separator: ", ")), and no value")
            return
        }
        let id = Self.id(for: found.name, taken)
        var draft = EntryDraft()
        var startsCommand = false
        let server: JSONObject
        switch found.launch {
        case .address(let address, let fields):
            server = draft.remote(address, fields)
        case .program(let program, let arguments, let environment):
            let package = LaunchedPackage(program, arguments)
            draft.take(environment.merging(package.environment) { $1 })
            if let address = package.bridgedAddress {
                server = draft.remote(address, package.bridgedFields)
            } else if package.kind == .npm || package.kind == .pypi, !arguments.contains("-m") {
                server = draft.package(package)
            } else {
                server = draft.command(program, arguments)
                startsCommand = true
            }
        }
        var entry: JSONObject = ["id": .string(id), "name": .string(found.name)]
        entry["description"] = .string("Taken over from \(found.client.name).")
        if !draft.fields.isEmpty { entry["configSchema"] = .object(draft.fields) }
        entry["servers"] = [.object(server)]
        step = ImportStep(
            found: found,
            action: .add(integration: id, entry, startsCommand: startsCommand),
            settings: draft.settings,
            notes: found.project.map { ["there it is for \($0) only"] } ?? []
        )
    }

    /// An id made of the name in the file; one that there is already gets an ending.
    private static func id(for name: String, _ taken: Set<String>) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let base = words.isEmpty ? "server" : words.joined(separator: "-")
        guard taken.contains(base) else { return base }
        return (1...).lazy.map { $0 == 1 ? "\(base)-own" : "\(base)-own-\($0)" }.first { !taken.contains($0) } ?? base
    }
}
