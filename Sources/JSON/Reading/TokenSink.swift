/// What the bytes between a string's quotes are.
enum StringContent: UInt8 {
    /// ASCII without escapes: the string as it is.
    case ascii
    /// UTF-8 without escapes: the string as it is.
    case unicode
    /// To be decoded.
    case escaped
}

/// Who is told what the scanner finds, in document order; offsets are bytes from the start of the text.
protocol TokenSink {
    /// A member's key, its extent without the quotes.
    mutating func key(_ extent: Range<Int>, _ content: StringContent)

    /// A string, its extent without the quotes.
    mutating func string(_ extent: Range<Int>, _ content: StringContent)

    /// A number; an integer has neither point nor exponent.
    mutating func number(_ extent: Range<Int>, isInteger: Bool)

    /// One of true, false and null.
    mutating func literal(_ extent: Range<Int>, first: UInt8)

    /// An array or object opens.
    mutating func open(isObject: Bool, at offset: Int)

    /// The innermost open array or object ends before this offset.
    mutating func close(end: Int)
}

/// For those who only want to know whether the text is valid.
struct NoSink: TokenSink {
    mutating func key(_ extent: Range<Int>, _ content: StringContent) {}
    mutating func string(_ extent: Range<Int>, _ content: StringContent) {}
    mutating func number(_ extent: Range<Int>, isInteger: Bool) {}
    mutating func literal(_ extent: Range<Int>, first: UInt8) {}
    mutating func open(isObject: Bool, at offset: Int) {}
    mutating func close(end: Int) {}
}
