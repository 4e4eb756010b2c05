package import JSON

/// What a resource holds, as text or as bytes in base64.
package struct ResourceContents: Sendable, Hashable {
    /// The two forms contents take.
    package enum Body: Sendable, Hashable {
        case text(String)
        /// Base64, not decoded.
        case blob(String)
    }

    /// The resource these are the contents of.
    package var uri: String
    /// Nil when the server does not know it.
    package var mimeType: String?
    /// The contents themselves.
    package var body: Body

    /// Builds contents.
    package init(uri: String, mimeType: String? = nil, body: Body) {
        self.uri = uri
        self.mimeType = mimeType
        self.body = body
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        uri = try reader.required("uri", .string)
        mimeType = try reader.optional("mimeType", .string)
        if let blob = try reader.optional("blob", .string) {
            body = .blob(blob)
        } else {
            body = .text(try reader.required("text", .string))
        }
    }

    /// The contents as they stand in a message.
    package var json: JSONValue {
        var object: JSONObject = ["uri": .string(uri)]
        object["mimeType"] = mimeType.map { .string($0) }
        switch body {
        case .text(let text): object["text"] = .string(text)
        case .blob(let base64): object["blob"] = .string(base64)
        }
        return .object(object)
    }
}
