/// What a check is about; the first word of its id.
package enum CheckGroup: String, CaseIterable, Sendable {
    /// An entry of the registry by itself.
    case registry = "REG"
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
    /// Resources, and what becomes of them.
    case resources = "RES"
    /// Prompts and their arguments.
    case prompts = "PROMPT"
    /// Completion, logging, progress and caching.
    case utilities = "UTIL"
    /// What the server asks of the client.
    case asking = "ASK"
    /// Subscriptions to changes.
    case listening = "LISTEN"
    /// What a missing, refused or throttled credential is found to be.
    case auth = "AUTH"
    /// The state that follows from contacts.
    case health = "HEALTH"
    /// What a contact makes of a server with a fault.
    case fault = "FAULT"
    /// Secrets and what reaches a server.
    case security = "SEC"
    /// The end of the process.
    case stop = "STOP"
    /// Clients, where the others are about servers.
    case client = "CLIENT"

    /// The heading of the group in a table.
    package var title: String {
        switch self {
        case .registry: "Registry"
        case .initialize: "Handshake"
        case .wire: "Messages on the wire"
        case .http: "HTTP"
        case .tools: "Tool list"
        case .call: "Calls"
        case .resources: "Resources"
        case .prompts: "Prompts"
        case .utilities: "Completion, logging, progress, caching"
        case .asking: "Asking the client"
        case .listening: "Subscriptions"
        case .auth: "Credentials"
        case .health: "Health"
        case .fault: "Faults"
        case .security: "Secrets"
        case .stop: "Shutdown"
        case .client: "Clients"
        }
    }
}
