package import HTTPTypes

/// The header fields MCP adds to HTTP.
package enum MCPField {
    /// The revision a message is to be read by.
    package static let protocolVersion = name("MCP-Protocol-Version")
    /// Modern: the method of the body.
    package static let method = name("Mcp-Method")
    /// Modern: what the body's method is about.
    package static let name = name("Mcp-Name")
    /// Legacy: the session that `initialize` opened.
    package static let sessionID = name("Mcp-Session-Id")
    /// Legacy: where a broken event stream shall go on.
    package static let lastEventID = name("Last-Event-ID")
    /// Tells a proxy in front of us to pass events on as they come.
    package static let accelBuffering = name("X-Accel-Buffering")

    /// Begins the fields that carry arguments of a tool.
    package static let parameterPrefix = "Mcp-Param-"

    /// The field for an annotated argument; nil when the annotation is no legal field name.
    package static func parameter(_ token: String) -> HTTPField.Name? {
        token.isEmpty ? nil : HTTPField.Name(parameterPrefix + token)
    }

    private static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }
}
