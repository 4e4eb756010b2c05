/// The path of an operation: fixed text, and segments or parts of segments that are arguments.
struct PathTemplate: Sendable, Hashable {
    /// The parts of a text with `{name}` in it.
    let parts: [VariableTemplate.Part]

    /// Nil when a brace is not closed.
    init?(_ text: String) {
        guard let template = VariableTemplate(text) else { return nil }
        parts = template.parts
    }

    var names: [String] {
        parts.compactMap { part in
            guard case .variable(let name) = part else { return nil }
            return name
        }
    }
}
