/// Names of the official conformance suite: a server that carries them says by that what they do.
enum Fixtures {
    /// The tool that answers with a line of text; it is safe to call in the revision without hints, too.
    static let harmless = "test_simple_text"
    /// The resource that may be subscribed to.
    static let watchedResource = "test://watched-resource"
}
