package import JSON

/// How somebody wants to log in: with which scopes beyond the usual ones, at which server, as which application.
package struct LoginRequest: Sendable, Hashable {
    /// Asked for beside those that the server names and those that an earlier log-in has.
    package var scopes: [String]
    /// One of the entry's servers; nil for the one in use, or else the first that takes a log-in.
    package var server: String?
    /// The application that the user made at the vendor; nil for the one of before, or one that registers itself.
    package var clientID: String?
    /// What the vendor gave with the application; nil for none.
    package var clientSecret: String?

    /// The usual log-in, unless something is given.
    package init(
        scopes: [String] = [],
        server: String? = nil,
        clientID: String? = nil,
        clientSecret: String? = nil
    ) {
        self.scopes = scopes
        self.server = server
        self.clientID = clientID
        self.clientSecret = clientSecret
    }

    /// The body of the request.
    package var json: JSONValue {
        var object: JSONObject = [:]
        if !scopes.isEmpty { object["scopes"] = JSONValue(texts: scopes) }
        object["server"] = server.map { .string($0) }
        object["clientId"] = clientID.map { .string($0) }
        object["clientSecret"] = clientSecret.map { .string($0) }
        return .object(object)
    }

    /// Reads a body; an absent one is an empty one.
    /// - Throws: a problem with every fault; it quotes no value.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(
            body.isNull ? [:] : body,
            knowing: ["scopes", "server", "clientId", "clientSecret"]
        )
        server = checked.text("server", "name one of the integration's servers")
        clientID = checked.text("clientId", "give the id of the application that you made at the vendor")
        clientSecret = checked.text("clientSecret", "give the secret of the application, or leave it out")
        scopes = []
        if let value = checked["scopes"], !value.isNull {
            let names = value.arrayValue?.map { $0.stringValue ?? "" } ?? [""]
            if names.count > 100 || !names.allSatisfy(Self.isScope) {
                checked.add("/scopes", "is no list of scopes", #"give a list such as ["read", "write"]"#)
            } else {
                scopes = names
            }
        }
        if clientSecret != nil, clientID == nil {
            checked.add("/clientSecret", "belongs to no application", "give clientId too")
        }
        try checked.finish()
    }

    /// Printable characters without blanks, quotes and backslashes (RFC 6749, section 3.3).
    private static func isScope(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 512
            && text.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x22 && $0 != 0x5c }
    }
}

extension LoginRequest: CustomStringConvertible, CustomReflectable {
    /// Without the secret of the application.
    package var description: String { "LoginRequest(\(scopes.joined(separator: " ")))" }

    /// As little as its description.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
