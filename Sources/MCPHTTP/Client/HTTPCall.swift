package import HTTPTypes

/// One HTTP request, ready to be made.
package struct HTTPCall: Sendable, Hashable {
    /// POST for messages, GET for streams, DELETE for sessions.
    package var method: HTTPRequest.Method
    /// Where it goes; redirects are for the caller to follow.
    package var address: HTTPAddress
    /// All fields, credentials included, apart from those HTTP itself needs.
    package var fields: HTTPFields
    /// Empty for none.
    package var body: [UInt8]
    /// Whether nothing is sent unless the connection leads to a public address; a proxy is trusted to see to it.
    package var isConfined = false

    /// Describes a request; nothing is sent yet.
    package init(
        _ method: HTTPRequest.Method,
        _ address: HTTPAddress,
        fields: HTTPFields = HTTPFields(),
        body: [UInt8] = []
    ) {
        self.method = method
        self.address = address
        self.fields = fields
        self.body = body
    }
}
