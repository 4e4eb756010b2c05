/// A fault that cannot be used as written; the text names it, what is wrong, and the fix.
public struct MockFaultError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The whole of it, as it was written.
    public let written: String
    /// What is wrong and how to put it right.
    public let message: String

    /// Everything in words, ready to be printed.
    public var description: String { "fault '\(written)': \(message)" }
}
