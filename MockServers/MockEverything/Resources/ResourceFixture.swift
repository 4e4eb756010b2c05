import JSON

/// A resource with contents that never change, although the server may say so.
struct ResourceFixture: Sendable {
    enum Contents: Sendable {
        case text(String)
        /// In Base64.
        case blob(String)
    }

    let uri: String
    let name: String
    let summary: String
    let mimeType: String
    let contents: Contents

    /// As it is listed.
    var json: JSONValue {
        ["uri": .string(uri), "name": .string(name), "description": .string(summary), "mimeType": .string(mimeType)]
    }

    /// As it is read, or embedded in other content.
    var contentsJSON: JSONValue {
        switch contents {
        case .text(let text): ["uri": .string(uri), "mimeType": .string(mimeType), "text": .string(text)]
        case .blob(let text): ["uri": .string(uri), "mimeType": .string(mimeType), "blob": .string(text)]
        }
    }

    static let all: [ResourceFixture] = [
        ResourceFixture(
            uri: "test://static-text",
            name: "static-text",
            summary: "A line of text",
            mimeType: "text/plain",
            contents: .text("This is the content of the static text resource.")
        ),
        ResourceFixture(
            uri: "test://static-binary",
            name: "static-binary",
            summary: "A small picture",
            mimeType: "image/png",
            contents: .blob(Sample.picture)
        ),
        ResourceFixture(
            uri: watchedURI,
            name: "watched-resource",
            summary: "Text to be watched: test_trigger_resource_update says that it changed",
            mimeType: "text/plain",
            contents: .text("Something that may change.")
        ),
    ]

    static let watchedURI = "test://watched-resource"

    /// Comes and goes with `test_trigger_resource_change`.
    static let dynamic = ResourceFixture(
        uri: "test://dynamic-resource",
        name: "dynamic-resource",
        summary: "Listed only sometimes",
        mimeType: "text/plain",
        contents: .text("This resource comes and goes.")
    )
}
