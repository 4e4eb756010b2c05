/// Something that is tried on a server; each check names those that it looks at, and only those are done.
package enum Step: String, CaseIterable, Sendable {
    /// `ping`.
    case ping
    /// A request whose id is a string.
    case stringID
    /// `tools/list` to its end.
    case firstListing
    /// The same again.
    case secondListing
    /// `tools/list` with a cursor that was never given out.
    case badCursor
    /// A request for a method that nobody has.
    case unknownMethod
    /// A call of a tool that is not in the list.
    case unknownTool
    /// A call of a read-only tool with valid arguments.
    case call
    /// A call of the same tool with arguments that its schema forbids.
    case wrongArguments
    /// Modern: a request in a revision that does not exist. Legacy: the same in `initialize`, in a process of its own.
    case unknownRevision
    /// Modern: a request whose `_meta` leaves out the capabilities of the client.
    case missingMeta
    /// Modern: `initialize`, as an old client would begin.
    case legacyInitialize
    /// Legacy: `ping` between the answer to `initialize` and `notifications/initialized`, in a process of its own.
    case earlyPing
    /// The end: standard input is closed.
    case close

    /// How the step is called in a sentence.
    package var title: String {
        switch self {
        case .ping: "ping"
        case .stringID: "a request with a string id"
        case .firstListing: "the first tools/list"
        case .secondListing: "the second tools/list"
        case .badCursor: "tools/list with an unknown cursor"
        case .unknownMethod: "an unknown method"
        case .unknownTool: "a call of an unknown tool"
        case .call: "the read-only call"
        case .wrongArguments: "the call with wrong arguments"
        case .unknownRevision: "an unknown revision"
        case .missingMeta: "a request without clientCapabilities"
        case .legacyInitialize: "initialize to a modern server"
        case .earlyPing: "ping before notifications/initialized"
        case .close: "closing standard input"
        }
    }
}
