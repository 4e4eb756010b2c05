import HTTPTypes

/// What a browser has to be told before a page of an allowed origin may ask, and may read the answer.
struct CrossOrigin: Sendable, Hashable {
    /// As the page's browser wrote it; the guard has let it pass.
    let origin: String

    /// How long a browser need not ask again.
    private static let maxAgeInSeconds = 600

    /// Fields that a page may read beside the few that it always may.
    private static let readable = [MCPField.sessionID, MCPField.protocolVersion, .wwwAuthenticate, .retryAfter]

    /// Nil for a request that no page sent.
    init?(_ fields: HTTPFields) {
        guard let origin = fields[.origin] else { return nil }
        self.origin = origin
    }

    /// The fields of the answer to a browser that asks first; nil when this is the request itself.
    func preflight(_ request: HTTPFields, allowing methods: String) -> HTTPFields? {
        guard request[.accessControlRequestMethod] != nil else { return nil }
        var fields = allowed
        fields[.accessControlAllowMethods] = methods
        // Arguments of tools travel in headers of their own, whose names nobody knows in advance.
        fields[.accessControlAllowHeaders] = request[.accessControlRequestHeaders]
        fields[.accessControlMaxAge] = String(Self.maxAgeInSeconds)
        return fields
    }

    /// The fields of any other answer.
    var answer: HTTPFields {
        var fields = allowed
        fields[.accessControlExposeHeaders] = Self.readable.map(\.rawName).joined(separator: ", ")
        return fields
    }

    private var allowed: HTTPFields {
        [.accessControlAllowOrigin: origin, .vary: "Origin"]
    }
}
