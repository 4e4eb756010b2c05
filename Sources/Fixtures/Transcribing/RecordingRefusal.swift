package import Redaction

/// Why a recording was not written.
package enum RecordingRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// A secret would have been in the file.
    case secret(Canary.Survivor)
    /// What was to show success shows none.
    case notGood(String)
    /// What was to show a refusal shows none.
    case notRefused(String)
    /// What the fixture is about did not happen.
    case missing(String)
    /// It grew beyond what a fixture may be.
    case tooLarge(entries: Int, bytes: Int)

    /// One sentence with the fix.
    package var description: String {
        switch self {
        case .secret(let survivor):
            "nothing was written: \(survivor); declare the value with --secret, or report this as a fault of the scrubber"
        case .notGood(let what):
            "nothing was written: this was to be recorded as a success, but \(what); give a working credential, or say "
                + "what it is with --expect credential_missing or --expect credential_invalid"
        case .notRefused(let what):
            "nothing was written: this was to be recorded as a refusal, but \(what); check the credential, or record "
                + "it all the same with --accept-unclear"
        case .missing(let what):
            "nothing was written: \(what)"
        case .tooLarge(let entries, let bytes):
            "nothing was written: the conversation is longer than \(entries) entries or \(bytes >> 20) MiB"
        }
    }
}
