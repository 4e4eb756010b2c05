import JSON
import Registry

extension EntrySubject {
    /// Whether the entry says anything of a cause.
    func hasReactions(to cause: ReactionCause) -> Bool {
        !(server.reactions[cause] ?? []).isEmpty
    }

    /// The call that a conversation may make: the probe, else a tool that reads, else any: a mock changes nothing.
    package var harmlessCall: CallRequest? {
        let listed = integration.listedTools(of: server)
        if let probe, listed.contains(where: { $0.name == probe.tool }) {
            return CallRequest(tool: probe.tool, arguments: probe.arguments, isReadOnly: true)
        }
        let candidates = listed.filter { $0.isReadOnly == true } + listed
        let free = candidates.first { ($0.required ?? []).isEmpty }
        guard let tool = free ?? candidates.first else { return nil }
        let arguments = JSONObject((tool.required ?? []).map { ($0, .string("sample")) })
        return CallRequest(tool: tool.name, arguments: arguments, isReadOnly: true)
    }
}
