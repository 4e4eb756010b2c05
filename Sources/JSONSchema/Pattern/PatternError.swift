/// Why a regular expression cannot be used.
struct PatternError: Error, Hashable, Sendable {
    let reason: String
    /// Unicode scalars before the fault.
    let offset: Int
}
