/// The context of a distributed trace as W3C Trace Context writes it: `00-<trace>-<span>-<flags>`.
package struct TraceParent: Sendable, Hashable {
    /// The trace: 32 hexadecimal digits, not all zero.
    package let trace: String
    /// The span that the receiver's work belongs to: 16 hexadecimal digits, not all zero.
    package let span: String
    /// Whether the trace is recorded; the other flags are kept as they came.
    package var isSampled: Bool { flags & 1 == 1 }

    private let flags: UInt8

    /// Begins a trace of our own, not recorded unless somebody says so.
    package init(using generator: inout some RandomNumberGenerator) {
        trace = Self.random(2, &generator)
        span = Self.random(1, &generator)
        flags = 0
    }

    /// Reads what a caller sent; nil for anything that is not valid, which the specification has us ignore.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count >= 4, parts.prefix(4).allSatisfy({ $0.allSatisfy(Self.isDigit) }),
            parts[0].count == 2, parts[1].count == 32, parts[2].count == 16, parts[3].count == 2,
            let flags = UInt8(String(Substring(parts[3])), radix: 16)
        else { return nil }
        let version = String(Substring(parts[0]))
        // A later version may have more parts, the first has none; ff is no version.
        guard version != "ff", version != "00" || parts.count == 4 else { return nil }
        trace = String(Substring(parts[1]))
        span = String(Substring(parts[2]))
        self.flags = flags
        guard trace.contains(where: { $0 != "0" }), span.contains(where: { $0 != "0" }) else { return nil }
    }

    private init(trace: String, span: String, flags: UInt8) {
        self.trace = trace
        self.span = span
        self.flags = flags
    }

    /// The same trace with a span of our own, for what we ask of others.
    package func child(using generator: inout some RandomNumberGenerator) -> TraceParent {
        TraceParent(trace: trace, span: Self.random(1, &generator), flags: flags)
    }

    /// As it stands in `_meta` or in a header.
    package var text: String { "00-\(trace)-\(span)-\(HexadecimalText([flags]).text)" }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func random(_ words: Int, _ generator: inout some RandomNumberGenerator) -> String {
        let numbers = (0..<words).map { _ in UInt64.random(in: 1...UInt64.max, using: &generator) }
        return HexadecimalText(
            numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        )
        .text
    }
}
