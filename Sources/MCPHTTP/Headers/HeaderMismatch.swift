package import MCP

/// A header that is missing, malformed, or says something else than the body of a modern request.
package struct HeaderMismatch: Error, Sendable, Hashable {
    /// The header as it is written in the specification.
    package let header: String
    /// The first fault found; there may be more.
    package let fault: Fault

    /// What is wrong with it.
    package enum Fault: Sendable, Hashable {
        case missing
        /// Forbidden characters, or an encoding that cannot be undone.
        case malformed
        /// More than one field of that name.
        case repeated
        case differs(header: String, body: String)
        /// The body has no value that this header could repeat.
        case unfounded
    }

    /// Names a header and what is wrong with it.
    package init(_ header: String, _ fault: Fault) {
        self.header = header
        self.fault = fault
    }

    /// The error to answer with, under HTTP status 400.
    package var error: ErrorObject {
        ErrorObject(.headerMismatch, "Header mismatch: \(description)")
    }
}

extension HeaderMismatch: CustomStringConvertible {
    package var description: String {
        switch fault {
        case .missing: "\(header) is required and missing"
        case .malformed: "\(header) has a value that cannot be read"
        case .repeated: "\(header) is given more than once"
        case .differs(let header, let body):
            "\(self.header) says \(Self.short(header)), the body says \(Self.short(body))"
        case .unfounded: "\(header) is given, and the body has no such value"
        }
    }

    /// What a stranger sent is repeated in few and harmless characters.
    private static func short(_ text: String) -> String {
        String(text.prefix(64)).debugDescription + (text.count > 64 ? "…" : "")
    }
}
