/// Resolves the escapes of a key that the scanner has accepted, so that keys can be compared.
enum Unescaping {
    static func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "\\") else {
                output.append(bytes[place])
                place += 1
                continue
            }
            switch bytes[place + 1] {
            case UInt8(ascii: "u"):
                place += appendScalar(bytes, at: place, to: &output)
                continue
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "t"): output.append(0x09)
            case let byte: output.append(byte)
            }
            place += 2
        }
    }

    /// Appends what a \u escape stands for and returns the escape's length, 12 for a surrogate pair.
    private static func appendScalar(
        _ bytes: UnsafeRawBufferPointer,
        at place: Int,
        to output: inout [UInt8]
    ) -> Int {
        let first = unit(bytes, at: place + 2)
        let isPair = 0xD800...0xDBFF ~= first
        let value = isPair ? 0x1_0000 + (first - 0xD800) << 10 + (unit(bytes, at: place + 8) - 0xDC00) : first
        if let scalar = Unicode.Scalar(value) { output.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        return isPair ? 12 : 6
    }

    private static func unit(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt32 {
        bytes[place..<place + 4].reduce(0) { $0 << 4 | UInt32(hexValue($1) ?? 0) }
    }
}
