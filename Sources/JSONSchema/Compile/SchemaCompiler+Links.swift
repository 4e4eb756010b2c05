import JSON

/// A reference whose target is looked for once the document is compiled.
struct UnresolvedLink {
    let index: Int
    let target: URIReference
    let keyword: Keyword
    let location: SchemaLocation
    /// Language of the schema it is written in, which a document without `$schema` inherits.
    let dialect: Dialect
}

extension SchemaCompiler {
    /// Notes a reference, to be resolved later.
    mutating func link(_ reference: String, keyword: Keyword, at place: SchemaPlace) -> Applicator {
        let resource = resources[place.resource]
        let written = SchemaLocation(
            document: documents[place.document].uri,
            pointer: JSONPointer(tokens: place.path + [keyword.rawValue])
        )
        let link = UnresolvedLink(
            index: links.count,
            target: resource.base.resolving(URIReference(reference)),
            keyword: keyword,
            location: written,
            dialect: resource.dialect
        )
        links.append(nil)
        unresolved.append(link)
        return .reference(link: link.index, keyword: keyword)
    }

    /// Finds the target of every reference; documents loaded on the way bring references of their own.
    mutating func resolveLinks() throws(SchemaError) {
        while let link = unresolved.popLast() {
            links[link.index] = try resolve(link)
        }
    }

    private mutating func resolve(_ link: UnresolvedLink) throws(SchemaError) -> SchemaLink {
        let failure = SchemaError.unresolvedReference(uri: link.target.text, at: link.location)
        guard let resource = try resource(link.target.withoutFragment, inherited: link.dialect),
            let fragment = link.target.decodedFragment
        else { throw failure }
        if fragment.isEmpty {
            return SchemaLink(node: resources[resource].rootNode, dynamicAnchor: nil)
        }
        if fragment.hasPrefix("/") {
            guard let node = try subschema(fragment, in: resource) else { throw failure }
            return SchemaLink(node: node, dynamicAnchor: nil)
        }
        guard let node = resources[resource].anchors[fragment] else { throw failure }
        let isDynamic = link.keyword == .dynamicRef && resources[resource].dynamicAnchors[fragment] != nil
        return SchemaLink(node: node, dynamicAnchor: isDynamic ? fragment : nil)
    }

    /// The resource of a URI, loaded when it is not yet here; nil when nobody gave it.
    private mutating func resource(_ uri: String, inherited: Dialect) throws(SchemaError) -> Int? {
        if let known = resourceByURI[uri] { return known }
        guard let document = available[uri] ?? available[uri + "#"] ?? MetaSchema.document(uri) else { return nil }
        _ = try load(document, uri: uri, dialect: nil, inherited: inherited)
        return resourceByURI[uri]
    }

    /// The subschema a JSON pointer names inside a resource, compiled now if no keyword made it a schema.
    private mutating func subschema(_ pointer: String, in resource: Int) throws(SchemaError) -> Int? {
        // A fragment that is no pointer leads nowhere, which the caller reports with the reference.
        guard let relative = try? JSONPointer(parsing: pointer) else { return nil }
        let root = resources[resource]
        let path = root.path + relative.tokens
        if let known = locations[root.document][JSONPointer(tokens: path)] { return known }

        var value = documents[root.document].value
        var nearest = resource
        for (depth, token) in path.enumerated() {
            guard let next = JSONPointer(tokens: [token]).resolve(in: value) else { return nil }
            value = next
            let here = JSONPointer(tokens: Array(path[...depth]))
            if let node = locations[root.document][here].flatMap({ nodes[$0] }) { nearest = node.resource }
        }
        let place = SchemaPlace(document: root.document, path: path, resource: nearest, depth: 0)
        return try compile(value, at: place)
    }
}
