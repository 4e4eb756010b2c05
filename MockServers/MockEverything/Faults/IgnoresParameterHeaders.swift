import HTTPTypes
import Hummingbird
import JSON
import MCPHTTP

/// Believes the body about the arguments, whatever the headers say.
struct IgnoresParameterHeaders: EndpointFault {
    static let name = "ignores-parameter-headers"
    static let summary = "does not look at Mcp-Param headers"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let (request, message) = try await request.withMessage()
        let prefix = MCPField.parameterPrefix.lowercased()
        let repaired = request.changing { head in
            for field in request.headers where field.name.canonicalName.hasPrefix(prefix) {
                let argument = String(field.name.canonicalName.dropFirst(prefix.count))
                let value = message?["params"]?["arguments"]?[argument]?.stringValue
                head.headerFields[field.name] = value.map(MirroredValue.encode)
            }
        }
        return try await sound(repaired)
    }
}
