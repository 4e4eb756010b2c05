/// What a route is for and what it takes and gives: checked at every request, and told in the OpenAPI document.
struct RouteFacts: Sendable {
    /// What the answer to a good request is.
    enum Answer: Sendable {
        /// A schema of the document, by name.
        case json(String, status: Int)
        case events(String)
        case text(String)
        case nothing
        /// What the protocol says that agents speak.
        case protocolMessages
        /// A file of the dashboard, of whatever type.
        case file
        /// Another address.
        case elsewhere
        /// A page for people; the other statuses that it may have.
        case page(statuses: [Int])
    }

    /// What a body is, beside what its schema says.
    enum BodyForm: Sendable {
        case json
        /// Read as it came, because somebody signed these very bytes.
        case bytes
        /// What a form of a page sends, which asks for more care: any page can send one.
        case fields

        /// Its media type.
        var type: String {
            switch self {
            case .json: "application/json"
            case .bytes: "*/*"
            case .fields: "application/x-www-form-urlencoded"
            }
        }

        /// How it has to be declared, in words; nil where that does not matter.
        var name: String? {
            switch self {
            case .json: "JSON"
            case .bytes: nil
            case .fields: "a form"
            }
        }
    }

    /// A name that programs made from the document use.
    var name: String
    /// What it does, in one sentence.
    var summary: String
    var tag: String
    var query: [QueryParameter] = []
    /// A schema of the document, by name; nil where no body is taken.
    var body: String?
    /// Whether the body may be left out.
    var isBodyOptional = false
    var answer: Answer
    /// What it is refused with beside what every route may be.
    var problems: [Int: String] = [:]
    /// What a caller has to show beside the usual.
    var doorway = Doorway.closed
    /// How the body is read.
    var bodyForm = BodyForm.json
    /// Bytes that a body may have here; nil for what bodies may have everywhere.
    var bodyLimitInBytes: Int?
    /// Whether unknown parameters are let pass: those who send a browser here add their own.
    var takesAnyQuery = false
    /// Whether the answer gets a tag by which a caller can ask whether it has changed.
    var hasTag = false
}
