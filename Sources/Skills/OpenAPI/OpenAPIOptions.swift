/// What is taken from an OpenAPI document, and how the skill is called.
package struct OpenAPIOptions: Sendable, Hashable {
    /// The skill's id, in kebab case; tools begin with it.
    package var id: String
    /// For people; nil takes the title of the document.
    package var name: String?
    /// Where calls go; nil takes the first server of the document.
    package var baseURL: String?
    /// Operations with one of these tags; empty takes all.
    package var tags: Set<String>
    /// Operations by `operationId`, or by method and path such as `GET /pets`; empty takes all.
    package var operations: Set<String>
    /// The security scheme to use; nil takes the first that can be.
    package var security: String?
    /// Whether operations that may change something are left out.
    package var isReadOnly: Bool

    /// Takes everything unless told otherwise.
    package init(
        id: String,
        name: String? = nil,
        baseURL: String? = nil,
        tags: Set<String> = [],
        operations: Set<String> = [],
        security: String? = nil,
        isReadOnly: Bool = false
    ) {
        self.id = id
        self.name = name
        self.baseURL = baseURL
        self.tags = tags
        self.operations = operations
        self.security = security
        self.isReadOnly = isReadOnly
    }
}
