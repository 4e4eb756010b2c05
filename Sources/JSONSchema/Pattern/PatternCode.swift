import CPCRE2

/// A compiled expression with the scratch memory of its matches, owned by one place and freed with it.
struct PatternCode: ~Copyable {
    private let code: OpaquePointer
    private let matchData: OpaquePointer
    private let context: OpaquePointer

    /// Compiles an expression in PCRE2's own syntax.
    init(_ expression: String) throws(PatternError) {
        let options =
            PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF
            | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP | PCRE2_AUTO_CALLOUT
        var number: CInt = 0
        var offset = 0
        let bytes = Array(expression.utf8)
        let compiled = bytes.withUnsafeBufferPointer { buffer in
            pcre2_compile_8(buffer.baseAddress, buffer.count, options, &number, &offset, nil)
        }
        guard let compiled else {
            throw PatternError(reason: PatternCode.message(number), offset: offset)
        }
        guard let matchData = pcre2_match_data_create_8(1, nil), let context = pcre2_match_context_create_8(nil) else {
            pcre2_code_free_8(compiled)
            throw PatternError(reason: "there is no memory for it", offset: 0)
        }
        code = compiled
        self.matchData = matchData
        self.context = context
        pcre2_set_match_limit_8(context, PatternLimits.matchCalls)
        pcre2_set_depth_limit_8(context, PatternLimits.depth)
        pcre2_set_heap_limit_8(context, PatternLimits.heapInKibibytes)
    }

    deinit {
        pcre2_match_data_free_8(matchData)
        pcre2_match_context_free_8(context)
        pcre2_code_free_8(code)
    }

    /// Looks for a match anywhere in a text.
    ///
    /// - Parameters:
    ///   - text: The subject.
    ///   - allowance: Steps the search may take.
    /// - Returns: Whether there is a match, and the steps it took to find out.
    func search(_ text: String, allowance: Int) -> PatternMatch {
        var text = text
        var meter = PatternMeter(remaining: allowance)
        let result = withUnsafeMutablePointer(to: &meter) { meter in
            pcre2_set_callout_8(context, PatternMeter.callout, meter)
            return text.withUTF8 { subject in
                // Strings are valid UTF-8 already; an empty one may have no address.
                subject.withMemoryRebound(to: UInt8.self) { subject in
                    let options = UInt32(PCRE2_NO_UTF_CHECK)
                    return pcre2_match_8(
                        code,
                        subject.baseAddress,
                        subject.count,
                        0,
                        options,
                        matchData,
                        context
                    )
                }
            }
        }
        let steps = allowance - meter.remaining
        switch result {
        case 0...: return PatternMatch(outcome: .found, steps: steps)
        case PCRE2_ERROR_NOMATCH: return PatternMatch(outcome: .absent, steps: steps)
        default: return PatternMatch(outcome: .tooExpensive, steps: steps)
        }
    }

    private static func message(_ number: CInt) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer[..<Int(length)], as: UTF8.self) : "PCRE2 error \(number)"
    }
}

/// Bounds inside PCRE2; the meter ends ordinary cases long before.
private enum PatternLimits {
    static let matchCalls: UInt32 = 5_000_000
    static let depth: UInt32 = 200_000
    static let heapInKibibytes: UInt32 = 20_000
}
