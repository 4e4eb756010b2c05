import JSON

/// The target of a reference.
struct SchemaLink: Sendable {
    /// The subschema it names where it is written.
    let node: Int
    /// For a `$dynamicRef` that lands on a `$dynamicAnchor`: the name to look for in the resources entered so far.
    let dynamicAnchor: String?
}

/// All compiled subschemas of a schema and of what it refers to.
final class SchemaGraph: Sendable {
    let nodes: [SchemaNode]
    let links: [SchemaLink]
    /// For each schema resource, the subschema of each `$dynamicAnchor`.
    let dynamicAnchors: [[String: Int]]
    /// Subschemas of the document that was given, by JSON pointer.
    let mainLocations: [JSONPointer: Int]
    /// Whether any subschema asks what others have evaluated.
    let tracksEvaluated: Bool
    /// Whether the order in which resources are entered matters.
    let tracksScope: Bool

    init(
        nodes: [SchemaNode],
        links: [SchemaLink],
        dynamicAnchors: [[String: Int]],
        mainLocations: [JSONPointer: Int]
    ) {
        self.nodes = nodes
        self.links = links
        self.dynamicAnchors = dynamicAnchors
        self.mainLocations = mainLocations
        tracksEvaluated = nodes.contains { node in
            node.rules.unevaluatedItems != nil || node.rules.unevaluatedProperties != nil
        }
        tracksScope = links.contains { $0.dynamicAnchor != nil }
    }
}
