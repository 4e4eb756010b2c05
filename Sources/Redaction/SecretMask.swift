package import JSON

/// Puts a mark where a known secret stands, however it is dressed: plain, escaped, encoded, and in one another.
package struct SecretMask: Sendable, Hashable {
    /// What stands in the place of a secret.
    package enum Mark: Sendable, Hashable {
        /// The name of its variable, in brackets.
        case name
        /// The same text for every secret.
        case text(String)
    }

    /// Lines of a secret that has several travel alone, as those of a key do in traces.
    private static let shortestLineInBytes = 16

    private let search: SecretSearch
    private let mark: Mark

    /// Takes secrets by the names of their variables; values too short to be told from ordinary text are none.
    package init(_ secrets: [String: String] = [:], mark: Mark = .name, shortestInBytes: Int = 4) {
        let declared = secrets.filter { $0.value.utf8.count >= shortestInBytes }.flatMap { name, value in
            let lines = value.split(whereSeparator: \.isNewline).map(String.init)
            let long = lines.count > 1 ? lines.filter { $0.utf8.count >= Self.shortestLineInBytes } : []
            return ([value] + long).compactMap { DeclaredSecret(name: name, value: $0) }
        }
        search = SecretSearch(declared)
        self.mark = mark
    }

    /// Whether there is nothing to hide.
    package var isEmpty: Bool { search.secrets.isEmpty }

    /// The text with every secret replaced by its mark; most often the text itself.
    package func masked(_ text: String) -> String {
        guard !isEmpty, text.utf8.count >= DeclaredSecret.minimumBytes else { return text }
        let bytes = Array(text.utf8)
        let hits = search.hits(in: bytes)
        guard !hits.isEmpty else { return text }
        var result: [UInt8] = []
        var place = 0
        for hit in hits {
            result += bytes[place..<hit.range.lowerBound]
            result += mark(of: hit.name).utf8
            place = hit.range.upperBound
        }
        return String(decoding: result + bytes[place...], as: UTF8.self)
    }

    /// The name of a variable whose value stands in these bytes, however it is dressed; nil when none does.
    package func name(in bytes: [UInt8]) -> String? {
        isEmpty || bytes.count < DeclaredSecret.minimumBytes ? nil : search.hits(in: bytes).first?.name
    }

    /// The value with its strings and keys masked.
    package func masked(_ value: JSONValue) -> JSONValue {
        guard !isEmpty else { return value }
        switch value {
        case .string(let text): return .string(masked(text))
        case .array(let items): return .array(items.map { masked($0) })
        case .object(let object): return .object(masked(object))
        default: return value
        }
    }

    /// The members with their keys and values masked.
    package func masked(_ object: JSONObject) -> JSONObject {
        JSONObject(object.map { (masked($0.key), masked($0.value)) })
    }

    private func mark(of name: String) -> String {
        switch mark {
        case .name: "[\(name)]"
        case .text(let text): text
        }
    }
}

extension SecretMask: CustomStringConvertible {
    /// How many secrets it knows, and none of them.
    package var description: String { "SecretMask(\(search.secrets.count) secrets)" }
}

extension SecretMask: CustomReflectable {
    /// Nothing: a dump of a mask must not show what it hides.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
