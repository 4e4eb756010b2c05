package import HTTPTypes

/// The head of an HTTP response, and its body as it streams in.
package struct HTTPReply: Sendable {
    /// From 200 to 599: interim responses are not shown.
    package let status: Int
    /// As they came, repeated ones included.
    package let fields: HTTPFields
    /// For one reader, at its pace: while nobody asks for more, the peer is made to wait.
    package let body: any AsyncSequence<[UInt8], any Error> & Sendable

    /// Puts a response together, for twins of the live exchanger.
    package init(status: Int, fields: HTTPFields, body: any AsyncSequence<[UInt8], any Error> & Sendable) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// The media type in lower case, without its parameters; nil when there is none.
    var mediaType: String? {
        fields[.contentType].map { type in
            type.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        }
    }

    var isSuccess: Bool { (200..<300).contains(status) }
}
