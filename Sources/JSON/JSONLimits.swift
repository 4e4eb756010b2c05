/// How much a text may ask of its reader; what is beyond is refused with a named error.
public struct JSONLimits: Sendable, Hashable {
    /// The deepest nesting that is ever read, whatever ``depth`` says: values are read, freed and written by recursion.
    public static let deepest = 1_024

    /// The largest text that is ever read, whatever ``bytes`` says: 256 MiB.
    public static let largest = 1 << 28 - 1

    /// Length of the whole text in bytes.
    public var bytes: Int

    /// Arrays and objects open at the same time.
    public var depth: Int

    /// Length of one string or key in bytes, between its quotes, as it is written (an escape counts in full).
    public var stringBytes: Int

    /// Arrays and objects of the whole text: libjson-c takes some 780 bytes for each, even for an empty one.
    public var containers: Int

    /// Values of the whole text, arrays and objects included: libjson-c takes some 64 bytes for each number.
    public var values: Int

    /// Limits for messages, which keep what a hostile text can cost below 200 MiB; negative values count as zero.
    public init(
        bytes: Int = 16 << 20,
        depth: Int = 128,
        stringBytes: Int = 16 << 20,
        containers: Int = 1 << 17,
        values: Int = 1 << 20
    ) {
        self.bytes = bytes
        self.depth = depth
        self.stringBytes = stringBytes
        self.containers = containers
        self.values = values
    }

    /// The same limits, brought within what is possible.
    var clamped: JSONLimits {
        JSONLimits(
            bytes: min(max(bytes, 0), Self.largest),
            depth: min(max(depth, 0), Self.deepest),
            stringBytes: min(max(stringBytes, 0), Self.largest),
            containers: max(containers, 0),
            values: max(values, 0)
        )
    }
}
