/// Which definitions of tools were approved, and which differ and wait for somebody to look.
package protocol ApprovalStore: Sendable {
    /// Everything known of the tools of one integration, sorted by name.
    func approvals(of integration: String) async throws -> [ToolApproval]

    /// Takes definitions as approved, each in place of whatever was known of its tool.
    func approve(_ definitions: [ToolDefinition], of integration: String, by party: String, at now: WallTime)
        async throws

    /// Keeps definitions that differ from the approved ones, until they are approved or dropped.
    func quarantine(_ definitions: [ToolDefinition], of integration: String, at now: WallTime) async throws

    /// Refuses definitions: those that wait stay so and are marked, those that are approved wait from now on.
    ///
    /// A definition that is neither is left alone. The mark is for this very definition: another one waits without it.
    func refuse(_ definitions: [ToolDefinition], of integration: String, at now: WallTime) async throws

    /// Drops what waits under these names: the server went back to what was approved.
    func dropQuarantined(_ tools: [String], of integration: String) async throws
}
