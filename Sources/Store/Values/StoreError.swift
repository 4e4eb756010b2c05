/// What went wrong in the store: a code to switch over, and a sentence with the thing, the fault and the fix.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of faults.
    package enum Code: String, Sendable, Hashable {
        /// The file or its folder cannot be used.
        case unavailable
        /// The file is no store of ours.
        case foreign
        /// A later version of the product wrote it.
        case tooNew = "too_new"
        /// The file is damaged.
        case corrupt
        /// The disk is full.
        case full
        /// Somebody else holds it for too long.
        case busy
        /// Somebody else changed it meanwhile.
        case conflict
        /// What was to be written breaks a rule of the store.
        case refused
        /// The caller was cancelled while it read.
        case cancelled
    }

    /// What kind of fault it is.
    package let code: Code
    /// Thing, fault and fix in a sentence.
    package let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
