import Glibc

/// Asks the kernel for the one TCP socket between two ends, without having it write its whole table.
///
/// Its messages are those of `sock_diag(7)`.
struct SocketQuery: Sendable {
    /// What the kernel says of a socket.
    enum Answer: Sendable, Hashable {
        case owner(uid_t)
        /// There is none, or its process has closed it.
        case nobody
        /// The kernel does not answer such questions here.
        case unknown
    }

    private static let requestLength = 72
    private static let answerLength = 88
    private static let byFamily: UInt16 = 20

    /// Whose socket goes from one end to the other.
    static func owner(from client: SocketTable.End, to server: SocketTable.End) -> Answer {
        guard client.address.count == server.address.count else { return .unknown }
        // SOCK_RAW, closed on exec; NETLINK_SOCK_DIAG.
        let descriptor = socket(AF_NETLINK, 3 | 0o2000000, 4)
        guard descriptor >= 0 else { return .unknown }
        defer { close(descriptor) }
        let question = question(client, server)
        guard send(descriptor, question, question.count, 0) == question.count else { return .unknown }
        var answer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &answer, answer.count, Int32(MSG_DONTWAIT))
        return count > 0 ? read(answer[..<count]) : .unknown
    }

    private static func question(_ client: SocketTable.End, _ server: SocketTable.End) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value) { bytes += $0 } }
        append(UInt32(requestLength))
        append(byFamily)
        // A request for one.
        append(UInt16(1))
        append(UInt32(1))
        append(UInt32(0))
        bytes += [UInt8(client.address.count == 4 ? AF_INET : AF_INET6), UInt8(IPPROTO_TCP), 0, 0]
        // In whatever state it is.
        append(UInt32.max)
        append(UInt16(client.port).bigEndian)
        append(UInt16(server.port).bigEndian)
        for end in [client, server] { bytes += end.address + [UInt8](repeating: 0, count: 16 - end.address.count) }
        append(UInt32(0))
        // No cookie: any socket between these ends is meant.
        append(UInt64.max)
        return bytes
    }

    static func read(_ bytes: ArraySlice<UInt8>) -> Answer {
        func number(at place: Int) -> UInt32 {
            bytes.dropFirst(place).prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
        let type = UInt16(truncatingIfNeeded: number(at: 4))
        // An error, of which ENOENT says that there is no such socket.
        if type == 2, bytes.count >= 20 { return Int32(bitPattern: number(at: 16)) == -ENOENT ? .nobody : .unknown }
        guard type == byFamily, bytes.count >= answerLength else { return .unknown }
        return number(at: 84) == 0 ? .nobody : .owner(number(at: 80))
    }
}
