package import HTTPTypes
package import JSON
package import MCPHTTP

/// One HTTP request and what came back, as far as it is kept.
package struct HTTPTurn: Hashable, Sendable {
    /// Bytes of a body that are kept.
    package static let keptBytes = 256 << 10

    /// The HTTP method.
    package let method: String
    /// The fields of the request, credentials included: never printed.
    package let fields: HTTPFields
    /// The posted JSON; nil for none, and for what is no JSON.
    package let posted: JSONValue?
    /// The status of the response; nil when there was none.
    package var status: Int?
    /// Why there was no response; nil when there was one, and when we gave up ourselves.
    package var fault: String?
    /// The fields of the response.
    package var answerFields = HTTPFields()
    /// The beginning of the body.
    package private(set) var body: [UInt8] = []
    /// Bytes of the body that were read.
    package private(set) var size = 0

    /// A request before it is made.
    package init(_ call: HTTPCall) {
        method = call.method.rawValue
        fields = call.fields
        posted = call.body.isEmpty ? nil : try? JSONValue(parsing: call.body)
    }

    mutating func append(_ piece: [UInt8]) {
        size += piece.count
        let room = HTTPTurn.keptBytes - body.count
        if room > 0 {
            body += piece.prefix(room)
        }
    }
}
