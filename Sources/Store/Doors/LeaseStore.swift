/// Periodic duties, each done by one party at a time: several daemons may share a store.
package protocol LeaseStore: Sendable {
    /// Takes a lease, or keeps one that the holder has, until so long after now.
    /// - Returns: false while somebody else has it.
    func takeLease(_ duty: String, for holder: String, lasting span: Duration, at now: WallTime) async throws -> Bool

    /// Gives a lease back; nothing happens when the holder does not have it.
    func giveLeaseBack(_ duty: String, of holder: String) async throws
}
