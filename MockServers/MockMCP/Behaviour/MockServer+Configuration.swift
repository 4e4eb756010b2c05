import JSON
import MCP

extension MockServer {
    /// What the protocol layer has to know of it.
    var configuration: ServerConfiguration {
        var declared = capabilities
        if declared["tools"] == nil { declared["tools"] = announcesChanges ? ["listChanged": true] : [:] }
        var methods: Set = ["tools/list", "tools/call", "subscriptions/listen"]
        if declared["logging"] != nil { methods.insert("logging/setLevel") }
        return ServerConfiguration(
            info: info,
            capabilities: ServerCapabilities(declared),
            instructions: instructions,
            offer: revisions.offer,
            methods: methods
        )
    }
}
