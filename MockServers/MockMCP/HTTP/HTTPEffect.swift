/// What a mock does to one response over HTTP, beside the messages in it.
package enum HTTPEffect: Sendable, Hashable {
    /// A response of HTTP takes the place of any message.
    case answer(HTTPRefusal)
    /// The body is said to be of this type, whatever it is.
    case contentType(String)
    /// The response is an event stream, even where one message is all there is.
    case eventStream
    /// Nothing more comes and nothing ends: the connection stays open for as long as the client likes.
    case hold
    /// The connection ends here, in the middle of whatever it carries.
    case cut(isReset: Bool)
}
