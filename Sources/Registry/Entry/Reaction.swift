package import JSON

/// What a server does when something is wrong, exactly enough to be played by a mock.
package struct Reaction: Sendable, Hashable {
    /// The form that it takes.
    package enum Shape: String, Sendable, Hashable, CaseIterable {
        /// The process ends with ``exitCode`` after writing ``text`` to standard error.
        case exit
        /// A JSON-RPC error with ``code`` and ``text`` as its message.
        case jsonrpc
        /// A tool's result marked as an error, with ``text`` or ``body``.
        case isError
        /// A tool's result like a good one, with ``text`` or ``body``.
        case result
        /// An HTTP answer with ``status``, ``headers`` and ``text`` or ``body``.
        case http
        /// No answer at all: it hangs, or repeats its own call for ever.
        case silent
        /// It asks the user to log in.
        case login
    }

    /// What a list of tools shows meanwhile.
    package enum Listing: String, Sendable, Hashable, CaseIterable {
        /// The same as ever: listing proves nothing.
        case complete
        /// No tool at all, as if all were well.
        case empty
        /// The reaction itself.
        case refused
    }

    /// The step at which it comes.
    package var when: ContactPhase
    /// The form that it takes.
    package var how: Shape
    /// Only for these tools; empty for all that have no reaction of their own.
    package var tools: [String]
    /// The status with which the process ends; nil for 1.
    package var exitCode: Int?
    /// The JSON-RPC code; nil for -32603.
    package var code: Int?
    /// The HTTP status.
    package var status: Int?
    /// Header fields of the HTTP answer.
    package var headers: [String: String]
    /// What is said, in which `${tool}` stands for the tool's name.
    package var text: String?
    /// What is said as JSON: the structured content of a result, or an HTTP body.
    package var body: JSONValue?
    /// What a list of tools shows meanwhile; nil when not established.
    package var listing: Listing?
    /// What else is remarkable.
    package var note: String?

    /// Takes when and how; the rest is unknown.
    package init(_ when: ContactPhase, _ how: Shape, text: String? = nil) {
        self.when = when
        self.how = how
        self.text = text
        tools = []
        headers = [:]
    }
}
