import Conformance
import MCP

extension Twin {
    /// The twins of the checks that only HTTP has.
    static let http: [Twin] = [
        Twin("HTTP-ORIGIN", "accepts-any-origin").overHTTP().in(.march2025, .november2025, .july2026),
        Twin("HTTP-HOST", "accepts-any-host").overHTTP(),
        Twin("HTTP-GET", "answers-get").overHTTP(),
        Twin("HTTP-DELETE", "fails-on-delete").overHTTP(),
        Twin("HTTP-ACCEPTED", "answers-notifications").overHTTP(),
        Twin("HTTP-CONTENT-TYPE", "plain-text").overHTTP(),
        Twin("HTTP-STREAM-ENDS", "talks-after-answer").overHTTP(),
        Twin("HTTP-MALFORMED", "accepts-garbage").overHTTP(),
        Twin("HTTP-BATCH", "refuses-batches").overHTTP(),
        Twin("HTTP-UNBUFFERED", "buffered", "talks-after-answer").overHTTP(),
        Twin("HTTP-SESSION-ID", "spaced-session-id").overHTTP(),
        Twin("HTTP-SESSION-UNIQUE", "shared-session").overHTTP(),
        Twin("HTTP-SESSION-REQUIRED", "accepts-no-session").overHTTP(),
        Twin("HTTP-SESSION-UNKNOWN", "accepts-unknown-session").overHTTP(),
        Twin("HTTP-SESSION-ENDED", "keeps-deleted-session").overHTTP(),
        Twin("HTTP-STATELESS", "names-session-always").overHTTP(),
        Twin("HTTP-EVENT-IDS", "repeated-event-ids").overHTTP(),
        Twin("HTTP-GET-STREAM", "answers-on-get-stream").overHTTP(),
        Twin("HTTP-BAD-VERSION", "ignores-version-header").overHTTP().in(.june2025, .november2025),
        Twin("HTTP-BAD-VERSION", "refusal-as-success").overHTTP().in(.july2026),
        Twin("HTTP-NO-VERSION", "demands-version-header").overHTTP().in(.june2025, .november2025),
        Twin("HTTP-NO-VERSION", "ignores-version-header").overHTTP().in(.july2026),
        Twin("HTTP-VERSION-MATCHES", "ignores-version-header").overHTTP(),
        Twin("HTTP-METHOD-REQUIRED", "ignores-method-header").overHTTP(),
        Twin("HTTP-METHOD-MATCHES", "ignores-method-header").overHTTP(),
        Twin("HTTP-NAME-MATCHES", "ignores-name-header").overHTTP(),
        Twin("HTTP-PARAMETER-MATCHES", "ignores-parameter-headers").overHTTP(),
        Twin("HTTP-UNKNOWN-METHOD", "unknown-method-as-success").overHTTP(),
        Twin("HTTP-PARALLEL", "refuses-second").overHTTP().in(.november2025, .july2026),
        Twin("HTTP-RESUME", "forgets-streams").overHTTP(),
        Twin("HTTP-REPLAY", "replays-everything").overHTTP(),
        Twin("HTTP-TOKEN-MISSING", "forbids-instead-of-asking").overHTTP().in(.november2025, .july2026),
        Twin("HTTP-TOKEN-WRONG", "wants-credentials").overHTTP().in(.november2025, .july2026),
        Twin("HTTP-RESOURCE-METADATA", "wants-credentials").overHTTP(),
        Twin("HTTP-MISSING-META", "refusal-as-success").overHTTP(),
    ]
}
