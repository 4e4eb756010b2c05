package import JSON

/// A picture a server offers for itself or a tool; untrusted, and never fetched by this module.
package struct Icon: Sendable, Hashable {
    /// An https or data URI, unchecked.
    package var source: String
    /// Overrides what the source says of itself; nil when it does not.
    package var mimeType: String?
    /// For instance `48x48` or `any`; 2025-06-18 drafts wrote one string, which is read as one size.
    package var sizes: [String]
    /// `light` or `dark`; nil when the icon suits both.
    package var theme: String?

    /// Builds an icon; without sizes it suits any.
    package init(source: String, mimeType: String? = nil, sizes: [String] = [], theme: String? = nil) {
        self.source = source
        self.mimeType = mimeType
        self.sizes = sizes
        self.theme = theme
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        source = try reader.required("src", .string)
        mimeType = try reader.optional("mimeType", .string)
        if let size = reader["sizes"]?.stringValue {
            sizes = [size]
        } else {
            sizes = try reader.optional("sizes", .strings) ?? []
        }
        theme = try reader.optional("theme", .string)
    }

    /// The icon as it stands in a message.
    package var json: JSONValue {
        var object: JSONObject = ["src": .string(source)]
        object["mimeType"] = mimeType.map { .string($0) }
        object["sizes"] = sizes.isEmpty ? nil : .array(sizes.map { .string($0) })
        object["theme"] = theme.map { .string($0) }
        return .object(object)
    }
}
