/// What the protocol says about methods by name.
package enum Method {
    /// The requests a legacy server may make when the client declared the capability.
    package static let serverRequests: Set<String> = [
        "roots/list", "sampling/createMessage", "elicitation/create",
    ]

    /// Whether a modern server may answer this request with a request for input.
    package static func mayRequireInput(_ method: String) -> Bool {
        ["tools/call", "prompts/get", "resources/read"].contains(method)
    }

    /// Whether a modern result of this method carries caching hints.
    package static func isCacheable(_ method: String) -> Bool {
        [
            "server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list",
            "resources/read",
        ].contains(method)
    }

    /// Whether a client may send this request in the revision; names the core does not know are extensions, and may.
    package static func exists(_ method: String, in revision: ProtocolRevision) -> Bool {
        switch method {
        case "server/discover", "subscriptions/listen":
            revision.era == .modern
        case "initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe":
            revision.era == .legacy
        case TaskExtension.update:
            revision.era == .modern
        case TaskExtension.get, TaskExtension.cancel:
            revision >= .november2025
        case "tasks/result", "tasks/list":
            revision == .november2025
        default:
            !serverRequests.contains(method)
        }
    }
}
