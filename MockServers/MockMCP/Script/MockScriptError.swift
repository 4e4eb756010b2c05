/// Everything that is wrong with a script, so that it can be put right in one go.
public struct MockScriptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong, with its place and its fix.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// The way to it, such as `tools[1].answer.text`; empty for the whole script.
        public let path: String
        /// What is wrong and how to put it right.
        public let message: String

        /// Everything in words, ready to be printed.
        public var description: String { path.isEmpty ? message : "\(path) \(message)" }
    }

    /// In the order of the script; never empty.
    public let problems: [Problem]

    /// Everything in words, ready to be printed.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
