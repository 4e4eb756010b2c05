import Drift
import JSON

/// One side of a comparison: where the tools were found, and what is known of them.
struct ToolSource: Sendable {
    /// What to call it in a sentence; nothing secret.
    var name: String
    /// The tools, for comparing.
    var listing: ToolListing
    /// The definitions, where there are any.
    var definitions: [JSONValue]
}
