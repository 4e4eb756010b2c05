package import JSON

/// The name and version a client or server gives itself; self-reported, so for display only.
package struct Implementation: Sendable, Hashable {
    /// The name for programs.
    package var name: String
    /// In any format.
    package var version: String
    /// A name for people, since 2025-06-18; nil means `name` is shown.
    package var title: String?
    /// Since 2025-11-25.
    package var summary: String?
    /// Since 2025-11-25.
    package var websiteURL: String?
    /// Since 2025-11-25.
    package var icons: [Icon]

    /// Builds a self-description; what a peer's revision does not know is not sent to it.
    package init(
        name: String,
        version: String,
        title: String? = nil,
        summary: String? = nil,
        websiteURL: String? = nil,
        icons: [Icon] = []
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.summary = summary
        self.websiteURL = websiteURL
        self.icons = icons
    }

    /// Reads `clientInfo` or `serverInfo`; name and version are required in every revision.
    package init(json: JSONValue) throws(ShapeError) {
        try self.init(json: json, at: [])
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        name = try reader.required("name", .string)
        version = try reader.required("version", .string)
        title = try reader.optional("title", .string)
        summary = try reader.optional("description", .string)
        websiteURL = try reader.optional("websiteUrl", .string)
        icons =
            reader.present("icons") == nil
            ? []
            : try reader.elements("icons") { (value, place) throws(ShapeError) in try Icon(json: value, at: place) }
    }

    /// The value for a peer of the given revision: members that revision does not know are left out.
    package func json(for revision: ProtocolRevision) -> JSONValue {
        var object: JSONObject = ["name": .string(name)]
        if revision >= .june2025 {
            object["title"] = title.map { .string($0) }
        }
        object["version"] = .string(version)
        if revision >= .november2025 {
            object["description"] = summary.map { .string($0) }
            object["websiteUrl"] = websiteURL.map { .string($0) }
            object["icons"] = icons.isEmpty ? nil : .array(icons.map(\.json))
        }
        return .object(object)
    }
}
