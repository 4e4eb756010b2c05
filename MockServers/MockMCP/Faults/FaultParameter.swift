/// One setting of a fault: its name, kind, what it is when not given, and what it is for.
package struct FaultParameter: Sendable {
    /// What can be written as its value.
    package enum Kind: String, Sendable {
        /// A time with its unit: `250us`, `500ms`, `2s`, `1m`.
        case duration
        /// A number of bytes or things, with an optional unit: `120`, `64KiB`, `50MB`.
        case count
        /// A whole number, possibly negative.
        case integer
        /// Text up to the next comma.
        case text
        /// Text to the end of the line, commas included.
        case rest
    }

    /// The name, as in `name=value`.
    package let name: String
    /// What its value looks like.
    package let kind: Kind
    /// The value when nothing is written, in the same form; nil when there is none.
    package let initial: String?
    /// What it is for, in a few words.
    package let summary: String

    init(_ name: String, _ kind: Kind, _ initial: String?, _ summary: String) {
        self.name = name
        self.kind = kind
        self.initial = initial
        self.summary = summary
    }
}

extension FaultParameter.Kind {
    /// What a value of this kind looks like, for messages.
    var example: String {
        switch self {
        case .duration: "a time with its unit, for example 500ms or 2s"
        case .count: "a whole number of at least 0, for example 120, 64KiB or 50MB"
        case .integer: "a whole number, for example -32603"
        case .text: "some text without a comma"
        case .rest: "some text"
        }
    }
}
