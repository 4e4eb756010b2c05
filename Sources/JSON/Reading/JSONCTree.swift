import CJSON

/// The tree that libjson-c makes of one text, freed at the end of its scope.
struct JSONCTree: ~Copyable {
    /// Nil for the literal null, which has no object in json-c.
    let root: OpaquePointer?

    /// Hands a text that the scanner has accepted to json-c, whole and in one call.
    ///
    /// Throws only for want of memory.
    init(of bytes: UnsafeBufferPointer<UInt8>, _ losses: JSONCLosses) throws(JSONError) {
        // A scalar within the deepest container counts as a level too.
        let levels = losses.deepest + 1
        let outcome =
            losses.nulEscapes.isEmpty
            ? Self.parse(bytes, levels)
            : losses.replacingNuls(in: bytes).withUnsafeBufferPointer { Self.parse($0, levels) }
        root = try outcome.get()
    }

    deinit { json_object_put(root) }

    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ levels: Int
    ) -> Result<OpaquePointer?, JSONError> {
        let failure = Result<OpaquePointer?, JSONError>.failure(JSONError(.decoderFailed, at: 0))
        guard let tokener = json_tokener_new_ex(Int32(levels)) else { return failure }
        defer { json_tokener_free(tokener) }
        var root = bytes.withMemoryRebound(to: CChar.self) { text in
            json_tokener_parse_ex(tokener, text.baseAddress, Int32(text.count))
        }
        if json_tokener_get_error(tokener) == json_tokener_continue { root = json_tokener_parse_ex(tokener, " ", 1) }
        return json_tokener_get_error(tokener) == json_tokener_success ? .success(root) : failure
    }
}
