import Glibc
import NIOCore
import Synchronization

/// Which user is behind each connection: the kernel is asked once for each.
final class PeerTable: Sendable {
    private let known = Mutex<[ObjectIdentifier: uid_t]>([:])

    /// The user at the other end; nil when the connection is none between processes of this machine, or is over.
    func user(of channel: any Channel) -> uid_t? {
        let key = ObjectIdentifier(channel)
        if let uid = known.withLock({ $0[key] }) { return uid }
        guard let client = channel.remoteAddress.flatMap(SocketTable.End.init),
            let server = channel.localAddress.flatMap(SocketTable.End.init),
            let uid = SocketTable.owner(from: client, to: server)
        else { return nil }
        known.withLock { $0[key] = uid }
        // Before the address in memory can belong to another connection.
        channel.closeFuture.whenComplete { [weak self] _ in
            _ = self?.known.withLock { $0.removeValue(forKey: key) }
        }
        return uid
    }
}

extension SocketTable.End {
    init?(_ address: SocketAddress) {
        guard let port = address.port, let text = address.ipAddress else { return nil }
        let isNew = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isNew ? 16 : 4)
        guard inet_pton(isNew ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
        self.init(address: bytes, port: port)
    }
}
