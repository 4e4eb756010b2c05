extension JSONValue {
    /// Reads exactly one value, strictly by RFC 8259 and with unique keys; the bytes are UTF-8 without a mark.
    ///
    /// Throws the first fault with its byte. Nothing is normalised: key order, number spelling and code points stay.
    ///
    /// The text is first checked, then read by libjson-c, whose tree is converted and freed. Most of the time is
    /// json-c's, which allocates every value and a hash table for every object: alone it takes about three times as long
    /// as a reader that builds its values directly, such as orjson, so that this cannot be as quick as those (see
    /// Benchmarks). Whoever only forwards a text takes ``JSONText``, which converts nothing.
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
        var losses = JSONCLosses()
        try scanner.scan(bytes, into: &losses)
        try scanner.finish(bytes, into: &losses)
        return try TreeReader.value(of: bytes, losses)
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
