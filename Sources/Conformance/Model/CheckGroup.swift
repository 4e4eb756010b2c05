/// What a check is about; the first word of its id.
package enum CheckGroup: String, CaseIterable, Sendable {
    /// The era, the handshake and what it promises.
    case initialize = "INIT"
    /// Every message and every byte on the standard output.
    case wire = "WIRE"
    /// What goes round the messages where they travel by HTTP.
    case http = "HTTP"
    /// The tool list: names, schemas, order, pages.
    case tools = "TOOLS"
    /// Calls and refusals.
    case call = "CALL"
    /// The end of the process.
    case stop = "STOP"

    /// The heading of the group in a table.
    package var title: String {
        switch self {
        case .initialize: "Handshake"
        case .wire: "Messages on the wire"
        case .http: "HTTP"
        case .tools: "Tool list"
        case .call: "Calls"
        case .stop: "Shutdown"
        }
    }
}
