import JSON
import MCP
import MCPConnection

extension EverythingConnection {
    private var resources: [ResourceFixture] {
        ResourceFixture.all + (server.isGrown(.resources) ? [.dynamic] : [])
    }

    func listResources(_ call: ServerCall) throws(ErrorObject) -> Members {
        try page(resources.map(\.json), member: "resources", call.context.params)
    }

    func listTemplates(_ call: ServerCall) throws(ErrorObject) -> Members {
        try page([ResourceTemplate.data.json], member: "resourceTemplates", call.context.params)
    }

    func readResource(_ call: ServerCall) throws(ErrorObject) -> Members {
        guard let uri = call.context.params["uri"]?.stringValue else { throw .invalidParams("uri is not a string") }
        let found = resources.first { $0.uri == uri }?.contentsJSON ?? ResourceTemplate.data.contents(of: uri)
        guard let found else {
            let code: ErrorCode = call.context.era == .modern ? .invalidParams : .legacyResourceNotFound
            throw ErrorObject(code, "Resource not found", data: ["uri": .string(uri)])
        }
        return ["contents": [found]]
    }
}
