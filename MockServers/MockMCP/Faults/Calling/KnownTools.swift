import JSON

/// The names that a session has listed so far, as a fault sees them go by.
struct KnownTools: Sendable {
    private var names: Set<String> = []

    /// Reads the names from a tool list on its way out.
    mutating func learn(from event: FaultEvent) {
        guard let answer = event.result(of: "tools/list") else { return }
        for tool in answer.result["tools"]?.arrayValue ?? [] {
            if let name = tool["name"]?.stringValue { names.insert(name) }
        }
    }

    /// Whether the name was listed; nil is no name.
    func contains(_ name: String?) -> Bool {
        name.map(names.contains) ?? false
    }
}
