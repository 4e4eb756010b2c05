/// A text with `{NAME}` in it where the values of variables stand.
struct VariableTemplate: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case variable(String)
    }

    let parts: [Part]

    init(variable: String, prefix: String = "") {
        parts = (prefix.isEmpty ? [] : [.text(prefix)]) + [.variable(variable)]
    }

    /// Nil when a brace is not closed.
    init?(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            parts.append(.variable(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    var variables: [String] {
        parts.compactMap { part in
            guard case .variable(let name) = part else { return nil }
            return name
        }
    }

    /// The text with the values in it; throws the name of the first variable that has none.
    func filled(_ values: SkillValues) throws(MissingVariable) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let fixed): text += fixed
            case .variable(let name):
                guard let value = values[name] else { throw MissingVariable(name: name) }
                text += value
            }
        }
        return text
    }
}

/// A variable that has no value.
struct MissingVariable: Error, Hashable {
    let name: String
}
