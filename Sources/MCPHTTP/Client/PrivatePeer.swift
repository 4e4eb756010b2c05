import NIOCore

/// A connection that led into a private network, although the request must not: a name can change what it stands for.
struct PrivatePeer: Error, CustomStringConvertible {
    let address: String

    var description: String { "the connection leads to \(address), which is in a private network" }

    /// Lets a connection pass that leads to a public address, and closes any other.
    @Sendable
    static func refuse(_ channel: any Channel) -> EventLoopFuture<Void> {
        let address = channel.remoteAddress?.ipAddress
        if let address, NetworkAddress(address)?.isPublic == true { return channel.eventLoop.makeSucceededVoidFuture() }
        let refusal = channel.eventLoop.makePromise(of: Void.self)
        channel.close().whenComplete { _ in refusal.fail(PrivatePeer(address: address ?? "an unknown address")) }
        return refusal.futureResult
    }
}
