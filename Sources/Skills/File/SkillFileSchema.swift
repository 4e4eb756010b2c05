package import JSON
import JSONSchema
import Wording

/// The published JSON Schema of skill files, and what a file looks like beside it.
package enum SkillFileSchema {
    /// The schema as it is published, for editors.
    package static let document: JSONValue = {
        do throws(JSONError) {
            return try JSONValue(parsing: PackageResources.skill_schema_json)
        } catch {
            preconditionFailure("the embedded schema of skill files is not JSON: \(error)")
        }
    }()

    private static let schema: JSONSchema = {
        do throws(SchemaError) {
            return try JSONSchema(document)
        } catch {
            preconditionFailure("the embedded schema of skill files does not compile: \(error)")
        }
    }()

    /// Everything that the schema has against a file.
    static func faults(in file: JSONValue) -> [SkillFault] {
        schema.validate(file).map(fault)
    }

    private static func fault(_ violation: SchemaViolation) -> SkillFault {
        let path = SkillField.path(of: violation.instancePath)
        if violation.keywordPath.tokens.last == "additionalProperties", let name = violation.instancePath.tokens.last {
            let known = members(beside: violation.keywordPath)
            let nearest = NearestName.of(name, among: known)
            let advice = nearest.map { "did you mean \($0)?" } ?? "known are \(known.joined(separator: ", "))"
            return SkillFault(path, "is not known: \(advice)")
        }
        return SkillFault(path, "expected \(violation.expected), found \(violation.actual)")
    }

    /// The members that the schema knows where a keyword stands.
    private static func members(beside keyword: JSONPointer) -> [String] {
        var place: JSONValue? = document
        for token in keyword.tokens.dropLast() {
            if token == "$ref", let text = place?["$ref"]?.stringValue {
                place = (try? JSONPointer(parsing: String(text.dropFirst()))).flatMap { $0.resolve(in: document) }
            } else {
                place = Int(token).flatMap { place?[$0] } ?? place?[token]
            }
        }
        return place?["properties"]?.objectValue?.keys ?? []
    }
}
