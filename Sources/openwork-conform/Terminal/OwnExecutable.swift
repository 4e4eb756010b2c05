import Glibc

/// This program's own file, beside which its companions lie.
enum OwnExecutable {
    /// The path of a program in the same directory, whether or not it is there.
    static func neighbour(_ name: String) -> String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress, $0.count) }
        guard count > 0 else {
            return name
        }
        let path = String(decoding: buffer[..<count], as: UTF8.self)
        return String(path.prefix(path.lastIndex(of: "/").map { path.distance(from: path.startIndex, to: $0) + 1 } ?? 0))
            + name
    }
}
