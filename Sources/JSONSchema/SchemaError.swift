/// Why a schema cannot be compiled; a schema that compiles can be used for any instance.
package enum SchemaError: Error, Hashable, Sendable {
    /// `$schema` names a language that is neither supported nor among the resources.
    case unsupportedDialect(uri: String, at: SchemaLocation)
    /// The meta-schema requires a vocabulary nobody here knows.
    case unsupportedVocabulary(uri: String, at: SchemaLocation)
    /// The target of a reference is in no document that was given; nothing is ever fetched.
    case unresolvedReference(uri: String, at: SchemaLocation)
    /// References lead back to the same subschema without ever looking at a smaller part of the instance.
    case infiniteReference(at: SchemaLocation)
    /// A keyword has a value that its language does not allow.
    case malformedKeyword(at: SchemaLocation, expected: String)
    /// A regular expression that ECMAScript does not allow, or that the engine cannot run.
    case invalidPattern(at: SchemaLocation, reason: String, offset: Int)
    /// Two subschemas of one document claim the same identifier.
    case duplicateIdentifier(uri: String, at: SchemaLocation)
    /// There is no subschema where one was asked for.
    case noSchema(at: SchemaLocation)
    /// More subschemas than `SchemaLimits.subschemas`.
    case tooManySubschemas(limit: Int)
    /// Schemas nested deeper than `SchemaLimits.schemaDepth`.
    case tooDeep(limit: Int, at: SchemaLocation)
}

extension SchemaError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unsupportedDialect(let uri, let place):
            "\(place): $schema \"\(uri)\" is not supported: use \"\(Dialect.draft2020.rawValue)\" or draft-07"
        case .unsupportedVocabulary(let uri, let place):
            "\(place): the required vocabulary \"\(uri)\" is not supported"
        case .unresolvedReference(let uri, let place):
            "\(place): \"\(uri)\" refers to nothing that was given, and nothing is fetched from the network"
        case .infiniteReference(let place):
            "\(place): the references lead back here without consuming any of the instance"
        case .malformedKeyword(let place, let expected):
            "\(place): must be \(expected)"
        case .invalidPattern(let place, let reason, let offset):
            "\(place): is no regular expression: \(reason), at character \(offset)"
        case .duplicateIdentifier(let uri, let place):
            "\(place): \"\(uri)\" already identifies another subschema of this document"
        case .noSchema(let place):
            "\(place): there is no schema here"
        case .tooManySubschemas(let limit):
            "the schema has more than \(limit) subschemas"
        case .tooDeep(let limit, let place):
            "\(place): schemas are nested deeper than \(limit)"
        }
    }
}
