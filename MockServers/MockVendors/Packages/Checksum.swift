/// The check sum that ZIP and gzip carry.
enum Checksum {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// CRC-32 of the bytes.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }
}

extension [UInt8] {
    /// Adds a number, its lowest byte first.
    mutating func appendLittle<Number: FixedWidthInteger>(_ number: Number) {
        for place in 0..<(Number.bitWidth / 8) { append(UInt8(truncatingIfNeeded: number >> Number(place * 8))) }
    }
}
