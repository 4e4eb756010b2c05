/// A schema with an identifier of its own (or a whole document), within which anchors are unique.
struct SchemaResource {
    /// What relative references inside are resolved against.
    var base: URIReference
    let document: Int
    /// Tokens from the root of the document to the root of the resource.
    let path: [String]
    var rootNode: Int
    var dialect: Dialect
    var vocabulary: Vocabulary
    var anchors: [String: Int] = [:]
    var dynamicAnchors: [String: Int] = [:]
}

/// A place in a document while it is being compiled.
struct SchemaPlace {
    let document: Int
    var path: [String]
    var resource: Int
    /// Schemas around this one.
    var depth: Int

    /// The place of a part of the schema here, in the same resource.
    func inside(_ tokens: String...) -> SchemaPlace {
        SchemaPlace(document: document, path: path + tokens, resource: resource, depth: depth + 1)
    }
}
