/// What became of an integration's health, in less detail the longer ago it was.
package protocol HealthStore: Sendable {
    /// Keeps contacts and the changes of state that they led to, together.
    func record(_ contacts: [StoredContact], _ changes: [StoredHealthChange]) async throws

    /// Changes of one integration's state since a moment, the newest first.
    func healthChanges(of integration: String, since start: WallTime, limit: Int) async throws -> [StoredHealthChange]

    /// The latest change of every integration: where the daemon goes on after a start.
    func latestHealthChanges() async throws -> [String: StoredHealthChange]

    /// Contacts of one integration since a moment, as finely as they are still kept, the oldest first.
    func contacts(of integration: String, since start: WallTime) async throws -> [ContactSummary]

    /// Joins what is old into longer spans, and forgets what is too old.
    /// - Returns: how many rows that saved.
    @discardableResult
    func rollUpHealth(_ retention: HealthRetention, at now: WallTime) async throws -> Int
}
