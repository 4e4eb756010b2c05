package import JSON

/// One piece of a tool's unstructured result.
package enum ContentBlock: Sendable, Hashable {
    case text(String)
    /// Base64, not decoded.
    case image(data: String, mimeType: String)
    /// Base64, not decoded; since 2025-03-26.
    case audio(data: String, mimeType: String)
    /// A resource to be read elsewhere, since 2025-06-18; the whole block.
    case resourceLink(uri: String, name: String, JSONObject)
    case resource(ResourceContents)
    /// A type this package does not know; the whole block.
    case other(type: String, JSONObject)

    /// Reads a block; known types must have their required members, other types are kept as they are.
    package init(json: JSONValue) throws(ShapeError) {
        try self.init(json: json, at: [])
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        switch try reader.required("type", .string) {
        case "text":
            self = .text(try reader.required("text", .string))
        case "image":
            self = .image(
                data: try reader.required("data", .string),
                mimeType: try reader.required("mimeType", .string)
            )
        case "audio":
            self = .audio(
                data: try reader.required("data", .string),
                mimeType: try reader.required("mimeType", .string)
            )
        case "resource_link":
            self = .resourceLink(
                uri: try reader.required("uri", .string),
                name: try reader.required("name", .string),
                reader.object
            )
        case "resource":
            let contents = JSONValue.object(try reader.required("resource", .object))
            self = .resource(try ResourceContents(json: contents, at: reader.place("resource")))
        case let type:
            self = .other(type: type, reader.object)
        }
    }

    /// The first revision in which a server may send this block; nil for unknown types.
    package var since: ProtocolRevision? {
        switch self {
        case .text, .image, .resource: .november2024
        case .audio: .march2025
        case .resourceLink: .june2025
        case .other: nil
        }
    }

    /// The block as it stands in a message.
    package var json: JSONValue {
        switch self {
        case .text(let text):
            ["type": "text", "text": .string(text)]
        case .image(let data, let mimeType):
            ["type": "image", "data": .string(data), "mimeType": .string(mimeType)]
        case .audio(let data, let mimeType):
            ["type": "audio", "data": .string(data), "mimeType": .string(mimeType)]
        case .resourceLink(_, _, let object), .other(_, let object):
            .object(object)
        case .resource(let contents):
            ["type": "resource", "resource": contents.json]
        }
    }
}
