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
    /// Legacy HTTP: a session for single requests.
    case httpOpen
    /// HTTP: a notification.
    case httpNotify
    /// HTTP: a GET of the endpoint.
    case httpGet
    /// HTTP: a request of a web page from elsewhere.
    case httpOrigin
    /// HTTP: a request for another host.
    case httpHost
    /// Legacy HTTP: a request without its session.
    case httpNoSession
    /// Legacy HTTP: a request in a session that never was.
    case httpUnknownSession
    /// HTTP: a request whose header names a revision that does not exist.
    case httpBadVersion
    /// HTTP: a request without the header that names the revision.
    case httpNoVersion
    /// HTTP: half a message.
    case httpMalformed
    /// 2025-03-26 over HTTP: two requests in one array.
    case httpBatch
    /// Modern HTTP: a request whose headers name another revision than its body.
    case httpWrongVersion
    /// Modern HTTP: a request without the header that names its method.
    case httpNoMethod
    /// Modern HTTP: a request whose header names another method.
    case httpWrongMethod
    /// Modern HTTP: a call whose header names another tool.
    case httpWrongName
    /// Modern HTTP: a call whose header repeats another argument than its body has.
    case httpWrongParameter
    /// HTTP: a DELETE of the endpoint.
    case httpDelete
    /// Legacy HTTP: a request in the session that was deleted.
    case httpAfterDelete
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
        case .httpOpen: "a session for single requests"
        case .httpNotify: "a notification by POST"
        case .httpGet: "a GET of the endpoint"
        case .httpOrigin: "a request from a foreign web page"
        case .httpHost: "a request for another host"
        case .httpNoSession: "a request without its session"
        case .httpUnknownSession: "a request in an unknown session"
        case .httpBadVersion: "a request with an unknown MCP-Protocol-Version"
        case .httpNoVersion: "a request without MCP-Protocol-Version"
        case .httpMalformed: "half a message by POST"
        case .httpBatch: "a batch by POST"
        case .httpWrongVersion: "a request whose header names another revision"
        case .httpNoMethod: "a request without Mcp-Method"
        case .httpWrongMethod: "a request whose Mcp-Method differs from its body"
        case .httpWrongName: "a call whose Mcp-Name differs from its body"
        case .httpWrongParameter: "a call whose Mcp-Param header differs from its body"
        case .httpDelete: "a DELETE of the endpoint"
        case .httpAfterDelete: "a request in the deleted session"
        case .close: "closing standard input"
        }
    }
}
