/// Who did what: calls of tools, changes of configuration, approvals.
package protocol AuditStore: Sendable {
    /// Appends rows in their order.
    func audit(_ rows: [AuditRow]) async throws

    /// A page of what matches, the newest first.
    func auditPage(_ query: AuditQuery) async throws -> AuditPage

    /// Forgets rows from before a moment, and the oldest beyond a number.
    /// - Returns: how many it forgot.
    @discardableResult
    func trimAudit(before start: WallTime, keepingAtMost limit: Int) async throws -> Int
}
