/// What kind of message of our own making some bytes are, told by their beginning: the rest may be long.
///
/// `Envelope` writes version, id, and method or result in this order; nil for anything that begins otherwise.
enum WrittenMessage: Sendable, Hashable {
    case result, error
    /// A request or a notification.
    case asked

    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        func skip(_ text: StaticString) -> Bool {
            let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            guard rest.starts(with: text) else { return false }
            rest = rest.dropFirst(text.count)
            return true
        }
        guard skip(#"{"jsonrpc":"2.0""#) else { return nil }
        if skip(#","id":"#) { Self.skipID(&rest) }
        if skip(#","result":"#) {
            self = .result
        } else if skip(#","error":"#) {
            self = .error
        } else if skip(#","method":"#) {
            self = .asked
        } else {
            return nil
        }
    }

    private static func skipID(_ rest: inout ArraySlice<UInt8>) {
        guard rest.first == UInt8(ascii: "\"") else {
            rest = rest.drop { $0 != UInt8(ascii: ",") }
            return
        }
        rest = rest.dropFirst()
        while let byte = rest.first, byte != UInt8(ascii: "\"") {
            rest = rest.dropFirst(byte == UInt8(ascii: "\\") ? 2 : 1)
        }
        rest = rest.dropFirst()
    }
}
