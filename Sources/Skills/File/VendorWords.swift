import JSON

/// Where an API puts what it says about a failure; the first place that has something counts.
struct VendorWords: Sendable, Hashable {
    var text: [JSONPointer] = []
    var code: [JSONPointer] = []
    /// Seconds to wait.
    var retryAfter: [JSONPointer] = []
}
