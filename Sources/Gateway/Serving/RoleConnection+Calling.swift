import JSON
import MCP
import MCPConnection
import Synchronization

extension RoleConnection {
    func callTool(_ call: ServerCall) async throws(ErrorObject) -> Members {
        guard let name = call.context.payload?["name"]?.string else { throw .invalidParams("name is not a string") }
        let catalogue = gateway.catalogue
        guard let tool = catalogue.tool(name) else { throw Self.absence(of: name, in: catalogue) }
        var params = forwarded(call)
        params["name"] = .value(.string(tool.origin.name))
        params["task"] = nil
        return try await pass(call, to: tool.origin, params, arguments: params["arguments"])
    }

    func getPrompt(_ call: ServerCall) async throws(ErrorObject) -> Members {
        guard let name = call.context.payload?["name"]?.string else { throw .invalidParams("name is not a string") }
        guard let prompt = gateway.catalogue.prompt(name) else { throw .invalidParams("there is no prompt \(name)") }
        var params = forwarded(call)
        params["name"] = .value(.string(prompt.origin.name))
        return try await pass(call, to: prompt.origin, params, arguments: params["arguments"])
    }

    func readResource(_ call: ServerCall) async throws(ErrorObject) -> Members {
        guard let uri = call.context.payload?["uri"]?.string else { throw .invalidParams("uri is not a string") }
        guard let integration = gateway.catalogue.integration(ofResource: uri) else {
            let code: ErrorCode = call.context.era == .modern ? .invalidParams : .legacyResourceNotFound
            throw ErrorObject(code, "Resource not found", data: ["uri": .string(uri)])
        }
        let target = ToolOrigin(integration: integration, name: uri)
        do throws(ErrorObject) {
            return try await pass(call, to: target, forwarded(call), arguments: call.context.payload?["uri"])
        } catch {
            throw Self.resourceError(error, uri, for: call.context.era)
        }
    }

    func complete(_ call: ServerCall) async throws(ErrorObject) -> Members {
        let catalogue = gateway.catalogue
        let params = call.context.params
        let target: ToolOrigin
        var reference = params["ref"]?.objectValue ?? [:]
        switch reference["type"] {
        case "ref/prompt":
            guard let prompt = reference["name"]?.stringValue.flatMap(catalogue.prompt) else {
                throw .invalidParams("ref names no prompt")
            }
            target = prompt.origin
            reference["name"] = .string(prompt.origin.name)
        case "ref/resource":
            guard let uri = reference["uri"]?.stringValue,
                let integration = catalogue.templates.first(where: { $0.key == uri })?.origin.integration
                    ?? catalogue.integration(ofResource: uri)
            else { throw .invalidParams("ref names no resource template") }
            target = ToolOrigin(integration: integration, name: uri)
        default:
            throw .invalidParams("ref is neither ref/prompt nor ref/resource")
        }
        guard catalogue.offer(of: target.integration)?.capabilities.supportsCompletions == true else {
            return ["completion": ["values": [], "total": 0, "hasMore": false]]
        }
        var forwarded = forwarded(call)
        forwarded["ref"] = .value(.object(reference))
        return try await pass(call, to: target, forwarded, arguments: forwarded["argument"])
    }

    // MARK: Words

    /// Why there is no such tool; what the role's policy keeps from it does not exist for the role.
    private static func absence(of name: String, in catalogue: RoleCatalogue) -> ErrorObject {
        guard let tool = catalogue.absence(of: name) else { return .invalidParams("there is no tool \(name)") }
        let integration = tool.origin.integration
        switch tool.reason {
        case .unavailable(let cause):
            return .unavailable(integration, cause)
        case .standing(.changed):
            let what = "\(name) is held back: \(integration) has changed it since it was approved"
            return ErrorObject(.invalidParams, "\(what), and nobody has looked at it yet")
        case .standing:
            return ErrorObject(.invalidParams, "\(name) is held back: nobody has approved it yet")
        case .needsTasks:
            return .invalidParams("\(name) runs as a task only, which is not offered here")
        case .policy, .unreadable:
            return .invalidParams("there is no tool \(name)")
        }
    }

    /// The two eras have codes of their own for a resource that does not exist.
    private static func resourceError(_ error: ErrorObject, _ uri: String, for era: ProtocolEra) -> ErrorObject {
        var translated = error
        switch era {
        case .modern where error.code == .legacyResourceNotFound: translated.code = .invalidParams
        case .legacy where error.code == .invalidParams && error.data?["uri"]?.stringValue == uri:
            translated.code = .legacyResourceNotFound
        default: break
        }
        return translated
    }

    /// The parameters without what belongs to the hop from the client to us; nothing is converted.
    private func forwarded(_ call: ServerCall) -> Members {
        var params = call.context.payload?.members ?? Members()
        guard var meta = params["_meta"]?.members else { return params }
        for key in Self.hopKeys { meta[key] = nil }
        params["_meta"] = meta.keys.isEmpty ? nil : .members(meta)
        return params
    }

    static let hopKeys = [
        MetaKey.progressToken, MetaKey.protocolVersion, MetaKey.clientInfo, MetaKey.clientCapabilities,
        MetaKey.logLevel, MetaKey.subscriptionID, MetaKey.serverInfo, CallNote.callerKey,
    ]
}
