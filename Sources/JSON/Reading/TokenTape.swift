/// The tokens of a text in document order, from which its value is put together.
struct TokenTape: Sendable {
    /// How much is scanned at a time, so that room for tokens is made in steps and not for the worst case.
    private static let stepBytes = 4_096

    /// Tokens, of which those below `used` count.
    private var tokens: [Token] = []
    private var state = State()
    private var scannedBytes = 0

    /// What is known about the tokens so far.
    struct State: Sendable {
        var used = 0
        /// The bytes of all strings and keys that have escapes, and their number.
        var escapedBytes = 0
        var escapedCount = 0
        /// The token of the innermost open container, and how many elements it has got so far.
        var container = 0
        var elementCount = 0
    }

    /// The bytes of all strings and keys that have escapes.
    var escapedBytes: Int { state.escapedBytes }

    /// The number of all strings and keys that have escapes.
    var escapedCount: Int { state.escapedCount }

    /// Lets a scanner go on with the text so far, and notes its tokens.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, by scanner: inout Scanner) throws(JSONError) {
        if tokens.isEmpty { addRoom(min(bytes.count, Self.stepBytes) + 2 + min(bytes.count, 1 << 20) / 48) }
        repeat {
            let end = min(bytes.count, scannedBytes + Self.stepBytes)
            let piece = UnsafeBufferPointer(rebasing: bytes[..<end])
            try write(tokens: end - scannedBytes) { (writer) throws(JSONError) in
                try scanner.scan(piece, into: &writer)
            }
            scannedBytes = end
        } while scannedBytes < bytes.count
    }

    /// Lets a scanner end the text.
    mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, by scanner: inout Scanner) throws(JSONError) {
        try write(tokens: 1) { (writer) throws(JSONError) in try scanner.finish(bytes, into: &writer) }
    }

    /// Lends the tokens.
    func withTokens<Result>(_ body: (UnsafeBufferPointer<Token>) -> Result) -> Result {
        tokens.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<state.used])) }
    }

    /// Lends room for some more tokens; every byte makes at most one.
    ///
    /// A number that ends with its step is noted in the next one, hence the one more.
    @inline(__always)
    private mutating func write(
        tokens count: Int,
        _ body: (inout TapeWriter) throws(JSONError) -> Void
    ) throws(JSONError) {
        let missing = state.used + count + 1 - tokens.count
        if missing > 0 { addRoom(max(missing, tokens.count / 2)) }
        var state = state
        var fault: JSONError?
        tokens.withUnsafeMutableBufferPointer { room in
            guard let base = room.baseAddress else { return }
            var writer = TapeWriter(base: base, state: state)
            do throws(JSONError) {
                try body(&writer)
            } catch {
                fault = error
            }
            state = writer.state
        }
        self.state = state
        if let fault { throw fault }
    }

    private mutating func addRoom(_ count: Int) {
        tokens.append(contentsOf: repeatElement(Token.none, count: count))
    }
}
