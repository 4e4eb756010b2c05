/// Version of the JSON Schema language; it decides which keywords exist and what they mean.
package enum Dialect: String, Sendable, Hashable, CaseIterable {
    /// What a schema without `$schema` is written in.
    case draft2020 = "https://json-schema.org/draft/2020-12/schema"
    /// The older language that many generators still write; `$ref` hides its neighbours there.
    case draft7 = "http://json-schema.org/draft-07/schema"

    /// The dialect a `$schema` value names, whether or not it ends in an empty fragment; nil for any other.
    package init?(uri: String) {
        self.init(rawValue: uri.hasSuffix("#") ? String(uri.dropLast()) : uri)
    }
}
