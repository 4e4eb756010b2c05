import Glibc

/// The system's words for an `errno`, with the number: "Permission denied (errno 13)".
func systemErrorText(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "errno \(code)" }
    let text = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return "\(String(decoding: text, as: UTF8.self)) (errno \(code))"
}
