import Glibc

/// This program's own file, beside which its companions lie.
enum OwnExecutable {
    /// The path of a program in the same directory, whether or not it is there.
    static func neighbour(_ name: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
            return name
        }
        return String(decoding: bytes[...slash], as: UTF8.self) + name
    }
}
