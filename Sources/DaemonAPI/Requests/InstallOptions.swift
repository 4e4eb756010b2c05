package import JSON

/// Which server of an entry to install, and in which version.
package struct InstallOptions: Sendable, Hashable {
    /// One of the entry's servers; nil for the one in use, or else the best.
    package var server: String?
    /// Another version than the entry pins; nil for the pinned one.
    package var version: String?

    /// The usual server in its pinned version, unless others are named.
    package init(server: String? = nil, version: String? = nil) {
        self.server = server
        self.version = version
    }

    /// The body of the request.
    package var json: JSONValue {
        var object: JSONObject = [:]
        object["server"] = server.map { .string($0) }
        object["version"] = version.map { .string($0) }
        return .object(object)
    }

    /// Reads a body; an absent one is an empty one.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["server", "version"])
        server = checked.text("server", "name one of the integration's servers")
        version = checked.text("version", "name a version")
        try checked.finish()
    }
}
