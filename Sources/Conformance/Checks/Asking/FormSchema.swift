import JSON
import JSONSchema

/// The form that a user is asked to fill in.
enum FormSchema {
    /// What is wrong with it: a field that is no schema, or a default that the field itself does not allow.
    static func fault(in form: JSONValue?) -> String? {
        for (name, field) in form?["properties"]?.objectValue ?? [:] {
            guard let schema = try? JSONSchema(field) else {
                return "the field \(name) is no schema: \(field.text())"
            }
            if let value = field["default"], !schema.isValid(value) {
                return "the field \(name) does not allow its own default \(value.text())"
            }
        }
        return nil
    }
}
