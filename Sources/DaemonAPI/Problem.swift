package import JSON

/// Why a request was refused or failed, as `application/problem+json` (RFC 9457) with what a caller needs to mend it.
package struct Problem: Error, Sendable, Hashable {
    /// One thing that is wrong.
    package struct Fault: Sendable, Hashable {
        /// A JSON pointer into the body of the request, or the name of a parameter.
        package var field: String
        /// What is wrong, in a sentence.
        package var message: String
        /// What somebody can do about it.
        package var fix: String

        /// A fault at a field.
        package init(field: String, message: String, fix: String) {
            self.field = field
            self.message = message
            self.fix = fix
        }
    }

    /// The status of HTTP that it is answered with.
    package var status: Int
    /// A word that programs can rely on, such as `unknown_integration`.
    package var code: String
    /// What is wrong as a whole, in a sentence.
    package var detail: String
    /// What somebody can do about it.
    package var fix: String
    /// Everything that is wrong, where that is more than one thing or has a place.
    package var faults: [Fault]

    /// A problem as a whole, or with all its faults.
    package init(_ status: Int, _ code: String, _ detail: String, fix: String, faults: [Fault] = []) {
        self.status = status
        self.code = code
        self.detail = detail
        self.fix = fix
        self.faults = faults
    }

    /// The body of the answer.
    package var json: JSONValue {
        var object: JSONObject = [
            "type": "about:blank", "status": JSONValue(status), "code": .string(code), "detail": .string(detail),
            "fix": .string(fix),
        ]
        if let first = faults.first { object["field"] = .string(first.field) }
        if !faults.isEmpty {
            object["faults"] = .array(
                faults.map { fault in
                    [
                        "field": .string(fault.field), "message": .string(fault.message), "fix": .string(fault.fix),
                    ]
                }
            )
        }
        return .object(object)
    }
}
