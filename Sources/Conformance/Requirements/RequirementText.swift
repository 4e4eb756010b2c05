/// The requirements as they are written down: blocks apart by a blank line, read by `RequirementReader`.
///
/// A block begins with its id, the level, whose it is and the revisions. `at` says where it is written, with a revision
/// from which on it is elsewhere; then comes the rule in our own words; then `check`, `test` and `why` say what becomes
/// of it (a test as FILE#FUNCTION), and `scenario` names what the official suite tries of it.
enum RequirementText {
    /// Everything, page by page.
    static let all = [
        basic, lifecycle, patterns, stdio, http1, http2, server1, server2, client, tasks,
        authorization1, authorization2,
    ]
}
