/// Scopes in the order in which they were first named, each once.
package struct ScopeSet: Sendable {
    /// The names, in order.
    package private(set) var names: [String] = []

    /// Drops empty and repeated names.
    package init(_ names: some Sequence<String>) {
        for name in names where !name.isEmpty && !self.names.contains(name) { self.names.append(name) }
    }

    /// Reads a `scope` value: names with spaces between them.
    package init(_ text: String) {
        self.init(text.split(separator: " ").map(String.init))
    }

    /// Whether there is no name.
    package var isEmpty: Bool { names.isEmpty }

    /// The `scope` value; nil when there is none to send.
    package var text: String? { isEmpty ? nil : names.joined(separator: " ") }

    /// Whether the name is one of these, character by character.
    package func contains(_ name: String) -> Bool { names.contains(name) }

    /// These and the others, these first.
    package func union(_ other: ScopeSet) -> ScopeSet { ScopeSet(names + other.names) }

    /// Whether every name of the other set is in this one.
    package func covers(_ other: ScopeSet) -> Bool { other.names.allSatisfy(contains) }
}

extension ScopeSet: Hashable {
    /// Order says nothing: two sets are equal when they hold the same names.
    package static func == (left: ScopeSet, right: ScopeSet) -> Bool { Set(left.names) == Set(right.names) }

    package func hash(into hasher: inout Hasher) { hasher.combine(Set(names)) }
}

extension ScopeSet: ExpressibleByArrayLiteral, CustomStringConvertible {
    package init(arrayLiteral elements: String...) { self.init(elements) }

    package var description: String { names.joined(separator: " ") }
}
