import Glibc

/// The variables this process was started with; read once, by the executable, and handed down from there.
package func inheritedEnvironment() -> [String: String] {
    let rows = readWholeFile("/proc/self/environ").split(separator: 0)
    var environment: [String: String] = [:]
    for row in rows {
        guard let equals = row.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let name = String(decoding: row[..<equals], as: UTF8.self)
        environment[name] = String(decoding: row[row.index(after: equals)...], as: UTF8.self)
    }
    return environment
}

/// A small file of `/proc` as bytes; empty when it cannot be read, because processes vanish while one looks at them.
func readWholeFile(_ path: String, limitInBytes: Int = 1 << 20) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < limitInBytes {
        let count = read(descriptor, &chunk, chunk.count)
        guard count > 0 else { break }
        bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
}
