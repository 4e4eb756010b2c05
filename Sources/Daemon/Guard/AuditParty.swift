/// On whose behalf a request is served, for the audit.
///
/// It goes with the task, as the name of a request does in a log: every method of the service would otherwise take it along
/// for the one place that writes it down.
enum AuditParty {
    /// Whoever runs the daemon, unless a token was shown.
    @TaskLocal static var current = "operator"
}
