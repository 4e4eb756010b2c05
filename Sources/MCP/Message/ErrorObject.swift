package import JSON

/// The `error` member of a JSON-RPC response.
package struct ErrorObject: Error, Sendable, Hashable {
    /// What kind of failure it is; the only part a program should branch on.
    package var code: ErrorCode
    /// One sentence for people, in the sender's words.
    package var message: String
    /// What the sender adds; nil when the member is absent.
    package var data: JSONValue?

    /// Builds an error as it would stand on the wire.
    package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// Reads an `error` member: an object with an integer `code` and a string `message`.
    package init(json: JSONValue) throws(ShapeError) {
        let reader = try ObjectReader(json)
        code = ErrorCode(rawValue: try reader.required("code", .integer))
        message = try reader.required("message", .string)
        data = reader["data"]
    }

    /// The member as it stands in a response.
    package var json: JSONValue {
        var object: JSONObject = ["code": .number(JSONNumber(code.rawValue)), "message": .string(message)]
        object["data"] = data
        return .object(object)
    }
}
