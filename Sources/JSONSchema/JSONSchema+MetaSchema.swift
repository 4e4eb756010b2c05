import JSON

extension JSONSchema {
    /// The schema that every schema of a dialect must itself satisfy, to find all its faults at once.
    package static func metaSchema(_ dialect: Dialect) -> JSONSchema {
        do throws(SchemaError) {
            return try JSONSchema(["$ref": .string(dialect.rawValue)], dialect: dialect)
        } catch {
            preconditionFailure("the embedded meta-schema of \(dialect) does not compile: \(error)")
        }
    }
}
