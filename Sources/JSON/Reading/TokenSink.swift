/// Who is told what the scanner finds, in document order; offsets are bytes from the start of the text.
protocol TokenSink {
    /// A member's key, its extent without the quotes.
    mutating func key(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isEscaped: Bool)

    /// A string, its extent without the quotes.
    mutating func string(_ extent: Range<Int>)

    /// A number; an integer has neither point nor exponent.
    mutating func number(_ extent: Range<Int>, of base: UnsafePointer<UInt8>, isInteger: Bool)

    /// One of true, false and null.
    mutating func literal(_ extent: Range<Int>)

    /// An array or object opens.
    mutating func open(isObject: Bool, at offset: Int)

    /// The innermost open array or object ends before this offset.
    mutating func close(end: Int)
}
