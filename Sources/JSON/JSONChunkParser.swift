/// Reads one JSON text that comes in pieces, cut anywhere, even within a character or an escape.
///
/// A fault is thrown by the piece that makes it certain, with the same code and byte as if the text had come whole.
/// After that the parser stays in its fault.
public struct JSONChunkParser: Sendable {
    private var scanner: Scanner
    private var losses = JSONCLosses()
    private var bytes: [UInt8] = []
    private var fault: JSONError?

    /// A parser for one text.
    public init(limits: JSONLimits = JSONLimits()) {
        scanner = Scanner(limits: limits)
    }

    /// The bytes received so far.
    public var count: Int { bytes.count }

    /// Takes the next piece, which may be empty.
    ///
    /// Throws as soon as no continuation could make the text valid.
    public mutating func append(_ chunk: some Collection<UInt8>) throws(JSONError) {
        if let fault { throw fault }
        // One byte past the limit is enough to know; the rest of a hostile piece is not kept.
        bytes.append(contentsOf: chunk.prefix(scanner.limits.bytes + 1 - bytes.count))
        do throws(JSONError) {
            try withBytes(of: bytes) { (buffer) throws(JSONError) in try scanner.scan(buffer, into: &losses) }
        } catch {
            fault = error
            throw error
        }
    }

    /// Ends the text and gives its value.
    ///
    /// Throws when the text is not complete.
    public mutating func finish() throws(JSONError) -> JSONValue {
        try complete()
        return try withBytes(of: bytes) { (buffer) throws(JSONError) in try TreeReader.value(of: buffer, losses) }
    }

    /// Ends the text and gives it as it is, checked but not converted.
    ///
    /// Throws when the text is not complete.
    public mutating func finishText() throws(JSONError) -> JSONText {
        try complete()
        return try JSONText(validating: bytes, limits: .unlimited)
    }

    private mutating func complete() throws(JSONError) {
        if let fault { throw fault }
        do throws(JSONError) {
            try withBytes(of: bytes) { (buffer) throws(JSONError) in try scanner.finish(buffer, into: &losses) }
        } catch {
            fault = error
            throw error
        }
    }
}
