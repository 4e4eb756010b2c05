extension JSONValue {
    /// Reads exactly one value, strictly by RFC 8259 and with unique keys; the bytes are UTF-8 without a mark.
    ///
    /// Throws the first fault with its byte. Nothing is normalised: key order, number spelling and code points stay.
    @inlinable
    public init(parsing bytes: some Collection<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        self = try withBytes(of: bytes) { (buffer) throws(JSONError) in try Self.parse(buffer, limits) }
    }

    /// Reads exactly one value from a text, with offsets counted in its UTF-8 bytes.
    public init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(parsing: text.utf8, limits: limits)
    }

    @usableFromInline
    static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ limits: JSONLimits
    ) throws(JSONError) -> JSONValue {
        var scanner = Scanner(limits: limits)
        var tape = TokenTape()
        try tape.scan(bytes, by: &scanner)
        try tape.finish(bytes, by: &scanner)
        return try ValueBuilder.value(of: bytes, tape)
    }
}

/// Lends the bytes of a collection as they lie in memory, copied only where they do not lie in one piece.
@inlinable
func withBytes<Result>(
    of bytes: some Collection<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(JSONError) -> Result
) throws(JSONError) -> Result {
    let outcome = bytes.withContiguousStorageIfAvailable { buffer in
        Swift.Result { () throws(JSONError) in try body(buffer) }
    }
    if let outcome { return try outcome.get() }
    return try withBytes(of: Array(bytes), body)
}
