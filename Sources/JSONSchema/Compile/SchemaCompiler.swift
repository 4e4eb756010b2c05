import JSON

/// Turns documents into a graph of subschemas, loading what references name from what it was given.
struct SchemaCompiler {
    let available: [String: JSONValue]
    let limits: SchemaLimits
    let assertsFormats: Bool

    var documents: [(uri: String, value: JSONValue)] = []
    /// Subschemas by document and JSON pointer.
    var locations: [[JSONPointer: Int]] = []
    /// Filled from the leaves up; an index is reserved before the subschemas inside it.
    var nodes: [SchemaNode?] = []
    var resources: [SchemaResource] = []
    var resourceByURI: [String: Int] = [:]
    var links: [SchemaLink?] = []
    var unresolved: [UnresolvedLink] = []
    var patterns: [String: Pattern] = [:]

    init(resources: [String: JSONValue], limits: SchemaLimits, assertsFormats: Bool) {
        available = resources
        self.limits = limits
        self.assertsFormats = assertsFormats
    }

    /// Compiles the given schema with everything it refers to, and answers with its root.
    mutating func compileDocument(_ schema: JSONValue, dialect: Dialect?) throws(SchemaError) -> Int {
        let root = try load(schema, uri: "", dialect: dialect, inherited: .draft2020)
        try resolveLinks()
        try refuseInfiniteReferences()
        return root
    }

    /// The result, once everything is compiled.
    consuming func finished() -> SchemaGraph {
        SchemaGraph(
            nodes: nodes.compactMap { $0 },
            links: links.compactMap { $0 },
            dynamicAnchors: resources.map(\.dynamicAnchors),
            mainLocations: locations[0]
        )
    }

    /// Compiles a document found under a URI.
    ///
    /// - Parameters:
    ///   - schema: The document.
    ///   - uri: Where it comes from, without fragment.
    ///   - dialect: Overrides `$schema`.
    ///   - inherited: Counts when there is neither.
    /// - Returns: The root of the document.
    /// - Throws: The first fault met.
    mutating func load(
        _ schema: JSONValue,
        uri: String,
        dialect: Dialect?,
        inherited: Dialect
    ) throws(SchemaError) -> Int {
        documents.append((uri, schema))
        locations.append([:])
        let resource = SchemaResource(
            base: URIReference(uri),
            document: documents.count - 1,
            path: [],
            rootNode: nodes.count,
            dialect: dialect ?? inherited,
            vocabulary: .standard
        )
        resources.append(resource)
        resourceByURI[uri] = resources.count - 1
        let place = SchemaPlace(document: resource.document, path: [], resource: resources.count - 1, depth: 0)
        if dialect == nil { try readDialect(of: schema, at: place) }
        return try compile(schema, at: place)
    }

    /// Compiles one subschema and those inside it.
    mutating func compile(_ schema: JSONValue, at written: SchemaPlace) throws(SchemaError) -> Int {
        var place = written
        guard place.depth <= limits.schemaDepth else {
            throw .tooDeep(limit: limits.schemaDepth, at: location(place))
        }
        guard nodes.count < limits.subschemas else { throw .tooManySubschemas(limit: limits.subschemas) }
        let index = nodes.count
        let here = location(place)
        nodes.append(nil)
        locations[place.document][here.pointer] = index

        var rules = SchemaRules()
        switch schema {
        case .bool(let accepts):
            rules.refusesAll = !accepts
        case .object(let object):
            if resources[place.resource].dialect == .draft7, object["$ref"] != nil {
                rules.applicators = [try referenceAlone(object, at: place)]
            } else {
                let schema = SchemaObject(object, location: here)
                try identify(schema, node: index, at: &place)
                rules = try self.rules(of: schema, at: place)
            }
        default:
            throw .malformedKeyword(at: here, expected: "a schema: an object or a boolean")
        }
        nodes[index] = SchemaNode(location: here, resource: place.resource, rules: rules)
        return index
    }

    func location(_ place: SchemaPlace) -> SchemaLocation {
        SchemaLocation(document: documents[place.document].uri, pointer: JSONPointer(tokens: place.path))
    }

    /// In draft-07 a `$ref` hides all its neighbours; definitions beside it can still be referred to.
    private mutating func referenceAlone(_ object: JSONObject, at place: SchemaPlace) throws(SchemaError) -> Applicator
    {
        let reader = SchemaObject(object, location: location(place))
        for (name, schema) in try reader.members(.definitions) ?? [:] {
            _ = try compile(schema, at: place.inside(Keyword.definitions.rawValue, name))
        }
        guard let reference = try reader.string(.ref) else {
            throw .malformedKeyword(at: reader.location(of: .ref), expected: "a URI reference")
        }
        return link(reference, keyword: .ref, at: place)
    }
}
