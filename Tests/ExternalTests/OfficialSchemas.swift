import JSON
import MCP
import Testing

/// The official schema files and examples of the protocol, in the external folder.
enum OfficialSchemas {
    static let missing: Comment = "set OPENWORK_EXTERNAL to the folder that holds mcp-schema"

    private static let examplesFolder = "mcp-schema/\(ProtocolRevision.latest)/examples"

    static func document(for revision: ProtocolRevision) throws -> JSONValue {
        try ExternalData.json("mcp-schema/\(revision)/schema.json")
    }

    /// The schema as its source types mean it: without the faults that `WireSchemaExcuse` names.
    static func corrected(for revision: ProtocolRevision) throws -> JSONValue {
        let official = try document(for: revision)
        let definitions = official["$defs"] == nil ? "definitions" : "$defs"
        let formValue: JSONValue = ["type": ["string", "number", "boolean"]]
        let corrections: [([String], JSONValue)] = [
            (["JSONValue"], true),
            (
                ["ElicitResult", "properties", "content", "additionalProperties"],
                revision == .june2025
                    ? formValue : ["anyOf": [formValue, ["type": "array", "items": ["type": "string"]]]]
            ),
        ]
        return corrections.reduce(official) { document, correction in
            guard document[definitions]?[correction.0[0]] != nil else { return document }
            return document.setting([definitions] + correction.0[...], to: correction.1)
        }
    }

    /// The examples of the newest revision; the folder of each is the type that it shows.
    static func examples() throws -> [(type: String, file: String, value: JSONValue)] {
        try ExternalData.files(below: examplesFolder).map { file in
            (String(file.prefix { $0 != "/" }), file, try ExternalData.json("\(examplesFolder)/\(file)"))
        }
    }
}

extension JSONValue {
    /// The value with the one at a path of member names replaced.
    fileprivate func setting(_ path: ArraySlice<String>, to new: JSONValue) -> JSONValue {
        guard let key = path.first else { return new }
        var object = objectValue ?? [:]
        object[key] = (object[key] ?? [:]).setting(path.dropFirst(), to: new)
        return .object(object)
    }
}
