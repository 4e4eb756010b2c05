/// What a transport found instead of a message, before any JSON was read.
package enum FramingFault: Sendable, Hashable {
    /// A line longer than the limit; its beginning is kept as the excerpt of the violation.
    case oversize(limitInBytes: Int)
    /// The stream ended in the middle of a line.
    case truncated
}
