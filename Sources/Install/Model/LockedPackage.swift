package import JSON

/// One package of an installation, as the client fetched it.
package struct LockedPackage: Sendable, Hashable {
    /// As its registry spells it; for npm the folder in which it lies.
    package var name: String
    /// The exact version.
    package var version: String
    /// What the artefact hashed to, in the spelling of its registry; nil where the client does not say.
    package var integrity: String?

    /// A package at a version.
    package init(_ name: String, _ version: String, integrity: String? = nil) {
        self.name = name
        self.version = version
        self.integrity = integrity
    }

    /// Whether it goes by this name: registries take letters of either case for the same, and some all separators.
    package func isOf(_ package: String) -> Bool {
        func normal(_ text: String) -> [Substring] { text.lowercased().split { "-_.".contains($0) } }
        return name == package || normal(name) == normal(package)
    }

    /// Reads what ``json`` writes; nil for anything else.
    package init?(json: JSONValue) {
        guard let name = json["name"]?.stringValue, let version = json["version"]?.stringValue else { return nil }
        self.init(name, version, integrity: json["integrity"]?.stringValue)
    }

    /// As it stands in locks.
    package var json: JSONValue {
        var object: JSONObject = ["name": .string(name), "version": .string(version)]
        object["integrity"] = integrity.map { .string($0) }
        return .object(object)
    }
}
