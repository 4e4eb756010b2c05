import Glibc

/// A port of this machine that is taken and on which nobody listens: a connection to it is refused, whoever else runs.
enum DeafPort {
    /// There is none to be had; says why.
    struct Missing: Error {
        let reason: String
    }

    /// Holds one while the body runs.
    static func with<Value>(_ body: (UInt16) async throws -> Value) async throws -> Value {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Missing(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var length = size
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, size) == 0 && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard isBound else { throw Missing(reason: String(cString: strerror(errno))) }
        return try await body(UInt16(bigEndian: address.sin_port))
    }
}
