/// What a route is for and what it takes and gives: checked at every request, and told in the OpenAPI document.
struct RouteFacts: Sendable {
    /// What the answer to a good request is.
    enum Answer: Sendable {
        /// A schema of the document, by name.
        case json(String, status: Int)
        case events(String)
        case text(String)
        case nothing
        /// A file of the dashboard, of whatever type.
        case file
        /// Another address.
        case elsewhere
    }

    /// A name that programs made from the document use.
    var name: String
    /// What it does, in one sentence.
    var summary: String
    var tag: String
    var query: [QueryParameter] = []
    /// A schema of the document, by name; nil where no body is taken.
    var body: String?
    /// Whether the body is what a form of a page sends, which asks for more care: any page can send one.
    var isForm = false
    /// Whether the body may be left out.
    var isBodyOptional = false
    var answer: Answer
    /// What it is refused with beside what every route may be.
    var problems: [Int: String] = [:]
    /// Whether anybody may ask.
    var isOpen = false
    /// Whether the answer gets a tag by which a caller can ask whether it has changed.
    var hasTag = false
}
