extension JSONValue {
    /// The value as JSON text.
    public func text(_ style: JSONStyle = .compact) -> String {
        String(decoding: utf8(style), as: UTF8.self)
    }

    /// The value as the bytes of JSON text, without a line end.
    public func utf8(_ style: JSONStyle = .compact) -> [UInt8] {
        var writer = Writer(style: style)
        writer.write(self)
        return writer.output
    }
}
