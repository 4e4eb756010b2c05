import JSON

/// A family of resources whose URIs differ in one place.
struct ResourceTemplate: Sendable {
    let uriTemplate: String
    let name: String
    let summary: String
    let mimeType: String

    private let prefix: String
    private let suffix: String

    static let data = ResourceTemplate(prefix: "test://template/", variable: "id", suffix: "/data")

    private init(prefix: String, variable: String, suffix: String) {
        uriTemplate = "\(prefix){\(variable)}\(suffix)"
        name = "template-data"
        summary = "Data about any id"
        mimeType = "application/json"
        self.prefix = prefix
        self.suffix = suffix
    }

    var json: JSONValue {
        [
            "uriTemplate": .string(uriTemplate), "name": .string(name), "description": .string(summary),
            "mimeType": .string(mimeType),
        ]
    }

    /// The contents of one member of the family; nil for any other URI.
    func contents(of uri: String) -> JSONValue? {
        guard uri.hasPrefix(prefix), uri.hasSuffix(suffix), uri.utf8.count > prefix.utf8.count + suffix.utf8.count
        else {
            return nil
        }
        let id = String(uri.dropFirst(prefix.count).dropLast(suffix.count))
        guard !id.contains("/") else { return nil }
        let data: JSONValue = ["id": .string(id), "templateTest": true, "data": .string("Data for ID: \(id)")]
        return ["uri": .string(uri), "mimeType": .string(mimeType), "text": .string(data.text())]
    }
}
