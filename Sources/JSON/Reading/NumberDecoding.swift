import CJSON

/// Turns the text of an integer into a number, through libjson-c where it does not saturate.
enum NumberDecoding {
    /// Digits that fit an `Int64` whatever they are.
    private static let safeCount = 18

    /// The number for a text without point and exponent; one that no integer type can hold keeps its text, as does -0.
    ///
    /// json-c reads up to the first byte that is no digit. In a text that the scanner has accepted there is one after
    /// every number, unless the text ends there.
    static func integer(_ text: UnsafeBufferPointer<UInt8>, endsText: Bool) -> JSONNumber {
        if text.count == 1 { return JSONNumber(Int64(text[0] &- UInt8(ascii: "0"))) }
        if text.count <= safeCount, text[0] != UInt8(ascii: "-") || text[1] != UInt8(ascii: "0") {
            let value = endsText ? Int64(String(decoding: text, as: UTF8.self)) : parsed(text)
            if let value { return JSONNumber(value) }
        }
        let whole = String(decoding: text, as: UTF8.self)
        guard whole != "-0" else { return JSONNumber(storage: .text(whole)) }
        if let value = Int64(whole) { return JSONNumber(value) }
        if let value = UInt64(whole) { return JSONNumber(value) }
        return JSONNumber(storage: .text(whole))
    }

    private static func parsed(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var value: Int64 = 0
        let failed = text.withMemoryRebound(to: CChar.self) { json_parse_int64($0.baseAddress, &value) }
        return failed == 0 ? value : nil
    }
}
