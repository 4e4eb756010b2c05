import DaemonAPI
import Registry
import RegistryLint
import Wording

/// Compares what somebody wants to set with what an entry asks for: everything that is wrong, at once.
struct SettingsCheck {
    private let integration: Integration
    private let fields: [ConfigField]
    private let known: [String]

    /// A check against one server, the one that is to run; nil where none can, and nothing is required.
    init(_ integration: Integration, server: IntegrationServer?) {
        self.integration = integration
        var all: [ConfigField] = []
        // The chosen server's word comes first: another may mean something else by the same name.
        for one in [server].compactMap(\.self) + integration.servers {
            for field in integration.configSchema(of: one) where !all.contains(where: { $0.name == field.name }) {
                all.append(field)
            }
        }
        for field in integration.configSchema where !all.contains(where: { $0.name == field.name }) {
            all.append(field)
        }
        fields = server.map { integration.configSchema(of: $0) } ?? []
        known = all.map(\.name)
        declared = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Every field that any of the servers knows, by its name.
    let declared: [String: ConfigField]

    /// What is wrong with a change of what is set already; no fault quotes a value.
    ///
    /// Taking a required value away is allowed to who says so: the integration is then shown without its credential.
    func faults(in change: [String: String?], given stored: Set<String>) -> [Problem.Fault] {
        var faults: [Problem.Fault] = []
        for (name, value) in change.sorted(by: { $0.key < $1.key }) {
            guard let field = declared[name] else {
                faults.append(unknown(name))
                continue
            }
            guard let value, !value.isEmpty || field.isRequired, let what = field.fault(of: value) else { continue }
            faults.append(Problem.Fault(field: "/env/\(name)", message: "\(name) \(what)", fix: Self.hint(field)))
        }
        for field in fields where field.isRequired && field.usual == nil {
            guard !stored.contains(field.name), change[field.name] == nil else { continue }
            faults.append(
                Problem.Fault(field: "/env/\(field.name)", message: "\(field.name) is missing", fix: Self.hint(field))
            )
        }
        return faults
    }

    private func unknown(_ name: String) -> Problem.Fault {
        let nearest = NearestName.of(name, among: known)
        let fix =
            nearest.map { "did you mean \($0)?" }
            ?? (known.isEmpty ? "\(integration.id) has no settings" : "known are \(known.joined(separator: ", "))")
        return Problem.Fault(field: "/env/\(name)", message: "\(name) is no setting of \(integration.id)", fix: fix)
    }

    private static func hint(_ field: ConfigField) -> String {
        let what = field.summary.map { "give the \($0.prefix(1).lowercased())\($0.dropFirst())" } ?? "give it a value"
        return field.docs.map { "\(what): see \($0)" } ?? what
    }
}
