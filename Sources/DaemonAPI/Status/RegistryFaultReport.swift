package import JSON
package import Registry

/// Something wrong in a registry file or a role file, with its place.
package struct RegistryFaultReport: Sendable, Hashable {
    /// The file.
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// The path of the field, empty for the whole.
    package var field: String
    /// The id of the entry or role, where it has one.
    package var subject: String?
    /// What is wrong.
    package var message: String
    /// What to do about it.
    package var fix: String
    /// `error` where the thing does not work, `warning` where it does.
    package var severity: String

    /// What reading the registry found.
    package init(_ fault: RegistryFault) {
        file = fault.file
        line = fault.line
        field = fault.path.description
        subject = fault.subject
        message = fault.fault
        fix = fault.fix
        severity = fault.severity.rawValue
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "file": .string(file), "line": JSONValue(line), "field": .string(field), "subject": JSONValue(subject),
            "message": .string(message), "fix": .string(fix), "severity": .string(severity),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "faults")
        file = try reader.text("file")
        line = try reader.count("line")
        field = try reader.text("field")
        subject = reader["subject"]?.stringValue
        message = try reader.text("message")
        fix = try reader.text("fix")
        severity = try reader.text("severity")
    }
}
