import JSON

extension SchemaCompiler {
    /// Registers the identifier and the anchors of a schema; an identifier opens a new resource.
    mutating func identify(_ reader: SchemaObject, node: Int, at place: inout SchemaPlace) throws(SchemaError) {
        if let id = try reader.string(.id) {
            try openResource(URIReference(id), object: reader.object, node: node, at: &place)
        }
        guard resources[place.resource].dialect == .draft2020 else { return }
        if let anchor = try reader.string(.anchor) {
            try register(anchor, node: node, in: place.resource, at: reader.location(of: .anchor))
        }
        if let anchor = try reader.string(.dynamicAnchor) {
            try register(anchor, node: node, in: place.resource, at: reader.location(of: .dynamicAnchor))
            resources[place.resource].dynamicAnchors[anchor] = node
        }
    }

    private mutating func openResource(
        _ id: URIReference,
        object: JSONObject,
        node: Int,
        at place: inout SchemaPlace
    ) throws(SchemaError) {
        let written = SchemaLocation(
            document: documents[place.document].uri,
            pointer: JSONPointer(tokens: place.path + [Keyword.id.rawValue])
        )
        let dialect = resources[place.resource].dialect
        let fragment = id.fragment ?? ""
        guard fragment.isEmpty || dialect == .draft7 else {
            throw .malformedKeyword(at: written, expected: "a URI reference without fragment")
        }
        // In draft-07 a fragment is what later became `$anchor`, alone or behind a new base.
        guard !id.withoutFragment.isEmpty || fragment.isEmpty else {
            return try register(fragment, node: node, in: place.resource, at: written)
        }
        let base = URIReference(resources[place.resource].base.resolving(id).withoutFragment)
        if place.path.isEmpty {
            resources[place.resource].base = base
        } else {
            let parent = resources[place.resource]
            let resource = SchemaResource(
                base: base,
                document: place.document,
                path: place.path,
                rootNode: node,
                dialect: parent.dialect,
                vocabulary: parent.vocabulary
            )
            resources.append(resource)
            place.resource = resources.count - 1
            try readDialect(of: .object(object), at: place)
        }
        if let other = resourceByURI[base.text], other != place.resource,
            resources[other].document == place.document
        {
            throw .duplicateIdentifier(uri: base.text, at: written)
        }
        if resourceByURI[base.text] == nil { resourceByURI[base.text] = place.resource }
        if !fragment.isEmpty { try register(fragment, node: node, in: place.resource, at: written) }
    }

    private mutating func register(
        _ anchor: String,
        node: Int,
        in resource: Int,
        at written: SchemaLocation
    ) throws(SchemaError) {
        if let other = resources[resource].anchors[anchor], other != node {
            throw .duplicateIdentifier(uri: "\(resources[resource].base.text)#\(anchor)", at: written)
        }
        resources[resource].anchors[anchor] = node
    }

    /// Takes the language of the resource at a place from its `$schema`, if it has one.
    mutating func readDialect(of schema: JSONValue, at place: SchemaPlace) throws(SchemaError) {
        guard let object = schema.objectValue else { return }
        let reader = SchemaObject(object, location: location(place))
        guard let uri = try reader.string(.schema) else { return }
        if let known = Dialect(uri: uri) {
            resources[place.resource].dialect = known
            resources[place.resource].vocabulary = .standard
            return
        }
        let written = reader.location(of: .schema)
        guard let custom = available[uri]?.objectValue,
            let dialect = custom[Keyword.schema.rawValue]?.stringValue.flatMap(Dialect.init(uri:))
        else {
            throw .unsupportedDialect(uri: uri, at: written)
        }
        resources[place.resource].dialect = dialect
        resources[place.resource].vocabulary = try vocabulary(of: custom, at: written)
    }

    private func vocabulary(of metaSchema: JSONObject, at written: SchemaLocation) throws(SchemaError) -> Vocabulary {
        guard let declared = metaSchema[Keyword.vocabulary.rawValue]?.objectValue else { return .standard }
        var vocabulary = Vocabulary.core
        for (uri, isRequired) in declared {
            if let known = Vocabulary(uri: uri) {
                vocabulary.insert(known)
            } else if isRequired.boolValue == true {
                throw .unsupportedVocabulary(uri: uri, at: written)
            }
        }
        return vocabulary
    }
}
