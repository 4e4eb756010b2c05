package import JSON

/// Where a browser came back to that is on another machine than the daemon, as its user copied it.
package struct PastedAddress: Sendable, Hashable {
    /// The whole address, or what stands behind its question mark; it holds the code of the log-in.
    package var redirectedURL: String

    /// What was pasted.
    package init(_ redirectedURL: String) {
        self.redirectedURL = redirectedURL
    }

    /// The body of the request.
    package var json: JSONValue { ["redirectedUrl": .string(redirectedURL)] }

    /// Reads a body.
    /// - Throws: a problem that quotes no value.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["redirectedUrl"])
        let text = checked.text("redirectedUrl", Self.fix)
        if text == nil, checked.faults.isEmpty { checked.add("/redirectedUrl", "is missing", Self.fix) }
        redirectedURL = text ?? ""
        try checked.finish()
    }

    private static let fix = "paste the address that the browser's address bar shows after the log-in"
}

extension PastedAddress: CustomStringConvertible, CustomReflectable {
    package var description: String { "<redacted>" }

    /// Without children: the code is in them.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
