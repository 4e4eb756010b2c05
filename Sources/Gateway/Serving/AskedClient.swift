import JSON
import MCP

/// What a client can be asked: what it declared, as far as its revision has it.
struct AskedClient: Sendable, Hashable {
    let revision: ProtocolRevision
    /// Without what the gateway does not pass on, and what the revision does not know.
    let capabilities: ClientCapabilities

    init(_ declared: ClientCapabilities, in revision: ProtocolRevision) {
        self.revision = revision
        var object = declared.object
        object["tasks"] = nil
        if var extensions = object["extensions"]?.objectValue {
            extensions[TaskExtension.name] = nil
            object["extensions"] = extensions.isEmpty ? nil : .object(extensions)
        }
        if revision < .june2025 { object["elicitation"] = nil }
        // Whether roots change is for sessions; a modern client has them or not.
        if revision.era == .legacy, object["roots"]?.isNull == false { object["roots"] = [:] }
        capabilities = ClientCapabilities(object)
    }

    /// Whether there is anything it could be asked for.
    var canBeAsked: Bool { Method.serverRequests.contains { capabilities.allow(serverRequest: $0) } }

    /// Why a question cannot be put to it; nil when it can.
    func refusal(of request: Request) -> ErrorObject? {
        guard capabilities.allow(serverRequest: request.method) else {
            return refused(request, "declares no such thing")
        }
        guard request.method == "elicitation/create" else { return nil }
        if request.params?["mode"] == "url" {
            return capabilities.supportsURLElicitation ? nil : refused(request, "cannot send its user to a web page")
        }
        guard capabilities.supportsFormElicitation else { return refused(request, "has no forms") }
        let fields = request.params?["requestedSchema"]?["properties"]?.objectValue ?? [:]
        let hasLists = fields.contains { $0.value["type"] == "array" }
        return hasLists && revision < .november2025
            ? refused(request, "speaks \(revision), whose forms cannot have several values chosen") : nil
    }

    private func refused(_ request: Request, _ why: String) -> ErrorObject {
        ErrorObject(.methodNotFound, "Method not found: \(request.method): the agent's client \(why)")
    }
}
