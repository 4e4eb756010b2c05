package import JSON

/// Whom a new token of a role is for.
package struct TokenRequest: Sendable, Hashable {
    /// 1 to 64 characters that tell the tokens of a role apart, and stand in the audit.
    package var name: String

    /// A token for somebody.
    package init(name: String) {
        self.name = name
    }

    /// The body of the request.
    package var json: JSONValue { ["name": .string(name)] }

    /// Reads a body.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["name"])
        let fix = "give a name of 1 to 64 characters, such as claude-desktop"
        name = checked.text("name", fix) ?? ""
        let isFine = name.count <= 64 && name.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        if name.isEmpty, checked.faults.isEmpty { checked.add("/name", "is missing", fix) }
        if !isFine { checked.add("/name", "is too long, or holds control characters", fix) }
        try checked.finish()
    }
}
