import Glibc

/// The kernel's table of TCP sockets, as `/proc/net/tcp` and `/proc/net/tcp6` tell it: whose socket is at an address.
struct SocketTable: Sendable {
    /// One end of a connection.
    struct End: Sendable, Hashable {
        /// 4 or 16 bytes in network order; an IPv4 address in IPv6 clothes counts as itself.
        let address: [UInt8]
        let port: Int

        init(address: [UInt8], port: Int) {
            let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]
            self.address = address.count == 16 && address.starts(with: mapped) ? Array(address.suffix(4)) : address
            self.port = port
        }
    }

    /// The uid of the process whose socket goes from one end to the other; nil when there is none, or nobody has it any more.
    ///
    /// A socket that its process has closed shows the uid 0 in the table, and no inode: it proves nothing.
    static func owner(from client: End, to server: End, in table: Substring) -> uid_t? {
        let port = ":" + hexadecimal(client.port)
        for line in table.split(separator: "\n").dropFirst() {
            // Most lines are told apart by their ports alone.
            guard line.contains(port) else { continue }
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count > 9, end(words[1]) == client, end(words[2]) == server, let uid = uid_t(words[7]),
                words[9] != "0"
            else { continue }
            return uid
        }
        return nil
    }

    /// Asks the kernel: for this socket alone, and where it answers no such question for all that there are.
    static func owner(from client: End, to server: End) -> uid_t? {
        if case .owner(let uid) = SocketQuery.owner(from: client, to: server) { return uid }
        return listedOwner(from: client, to: server)
    }

    /// The same from the table of all sockets.
    static func listedOwner(from client: End, to server: End) -> uid_t? {
        for path in ["/proc/self/net/tcp", "/proc/self/net/tcp6"] {
            guard let text = contents(of: path) else { continue }
            if let uid = owner(from: client, to: server, in: text[...]) { return uid }
        }
        return nil
    }

    /// Reads `0100007F:1F90`: words of 32 bits in the order of this machine, and a port.
    private static func end(_ text: Substring) -> End? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let port = Int(parts[1], radix: 16), parts[0].utf8.count % 8 == 0 else { return nil }
        var bytes: [UInt8] = []
        var rest = parts[0]
        while !rest.isEmpty {
            guard let word = UInt32(rest.prefix(8), radix: 16) else { return nil }
            withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
            rest = rest.dropFirst(8)
        }
        return End(address: bytes, port: port)
    }

    private static func hexadecimal(_ port: Int) -> String {
        let digits = String(port, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func contents(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += piece[..<count]
        }
    }
}
