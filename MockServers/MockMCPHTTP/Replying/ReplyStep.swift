import MockMCP

/// One thing to be done about a response, in order.
enum ReplyStep: Sendable, Hashable {
    /// The head leaves; a type of nil is what the sound server said, an empty one leaves the field out.
    case begin(isEventStream: Bool, contentType: String?)
    /// A whole response in place of everything.
    case answer(HTTPRefusal)
    /// A part of the body.
    case write([UInt8])
    /// The same part many times over.
    case fill([UInt8], times: Int)
    /// The body ends as it should.
    case finish
    /// Nothing comes any more, and nothing ends.
    case hold
    /// The connection ends; with the output closed, those of later requests too.
    case cut(isReset: Bool, closesOutput: Bool)
    /// The server ends.
    case exit(MockExit)
    /// A part of the log.
    case log([UInt8])
}
