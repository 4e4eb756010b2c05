import JSON

/// The schemas that describe schemas, so that references to them need no network.
enum MetaSchema {
    /// The document of a URI without fragment; nil when it is none of the two dialects' own.
    static func document(_ uri: String) -> JSONValue? {
        let prefix = "https://json-schema.org/draft/2020-12/"
        if uri == Dialect.draft7.rawValue { return parsed(draft7) }
        guard uri.hasPrefix(prefix) else { return nil }
        return draft2020[String(uri.dropFirst(prefix.count))].map { parsed(Self.vocabulary($0, uri: uri)) }
    }

    private static func parsed(_ text: String) -> JSONValue {
        do {
            return try JSONValue(parsing: text)
        } catch {
            preconditionFailure("an embedded meta-schema is no JSON: \(error)")
        }
    }

    /// What all parts of the 2020-12 meta-schema have in common, put around what each says.
    private static func vocabulary(_ body: String, uri: String) -> String {
        #"{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"\#(uri)","$dynamicAnchor":"meta","#
            + #""type":["object","boolean"],\#(body)}"#
    }
}
