/// What people set for their integrations: plain settings, sealed secrets, log-ins.
package protocol ConfigurationStore: Sendable {
    /// Every integration that was ever configured, sorted by id.
    func configurations() async throws -> [StoredConfiguration]

    /// One integration's configuration; nil when it has none.
    func configuration(of integration: String) async throws -> StoredConfiguration?

    /// Applies a change as a whole, and returns what holds now; the first change makes the configuration.
    /// - Throws: `.conflict` when the change names a revision that is no longer the present one.
    @discardableResult
    func configure(_ integration: String, _ change: ConfigurationChange, at now: WallTime) async throws
        -> StoredConfiguration

    /// Forgets settings, secrets, log-ins, installs, health, roles and approvals of an integration; the audit stays.
    /// - Returns: false when there was nothing to forget.
    @discardableResult
    func forget(_ integration: String) async throws -> Bool

    /// What a log-in left behind under a name; nil for nothing.
    func login(_ name: String, of integration: String) async throws -> SealedSecret?

    /// Keeps what a log-in brought, or forgets it with nil.
    func keepLogin(_ secret: SealedSecret?, _ name: String, of integration: String, at now: WallTime) async throws

    /// The ids of the keys with which anything kept is sealed.
    func vaultKeys() async throws -> Set<String>

    /// Replaces every sealed value by what the closure makes of it, all or, when it throws, none.
    /// - Returns: how many it replaced.
    func reseal(
        _ change: @escaping @Sendable (SecretPlace, SealedSecret) throws -> SealedSecret
    ) async throws -> Int
}
