/// Names of the official conformance suite: a server that carries them says by that what they do.
enum Fixtures {
    /// The tool that answers with a line of text; it is safe to call in the revision without hints, too.
    static let harmless = "test_simple_text"
    /// The resource that may be subscribed to.
    static let watchedResource = "test://watched-resource"
    /// The resource that holds bytes.
    static let binaryResource = "test://static-binary"
    /// The template of a resource, what stands for it, and the part that has to come back.
    static let template = (pattern: "test://template/{id}/data", uri: "test://template/123/data", part: "123")
    /// The tool whose stream breaks off, and is to be taken up again.
    static let reconnection = "test_reconnection"
    /// The prompt that wants something of the user before it is filled in.
    static let askingPrompt = "test_input_required_result_prompt"
}
