import FoundationEssentials
import HTTPTypes
import JSON
import JSONSchema
import Testing

@testable import Daemon

@Suite("The document of the interface", .timeLimit(.minutes(1)))
struct OpenAPIDocumentTests {
    @Test func `Every route is in it, under a name of its own`() {
        let routes = RouteTable.all.routes
        for route in routes {
            #expect(OpenAPIDocument.whole["paths"]?[route.path]?[route.method.rawValue.lowercased()] != nil)
        }
        #expect(Set(routes.map(\.facts.name)).count == routes.count)
    }

    @Test func `The page about the interface names every route`() throws {
        let root = #filePath.split(separator: "/Tests/DaemonTests/")[0]
        let page = try String(contentsOfFile: root + "/docs/api.md", encoding: .utf8)
        for route in RouteTable.all.routes {
            #expect(page.contains("`\(route.method.rawValue) \(route.path)`"), "run scripts/make-api-docs")
        }
    }

    @Test func `Every shape that is referred to exists`() {
        let names = Set(OpenAPISchemas.all.keys)
        for name in Self.references(OpenAPIDocument.whole) { #expect(names.contains(name), "\(name)") }
    }

    /// What every route answers, and the shape that it should have.
    private static let answers: [(String, String, String?)] = [
        ("GET", "/api/status", nil), ("GET", "/api/integrations", nil), ("GET", "/api/integrations/github", nil),
        ("GET", "/api/integrations/github/tools", nil), ("GET", "/api/integrations/github/health", nil),
        ("GET", "/api/integrations/github/logs", nil), ("GET", "/api/roles", nil), ("GET", "/healthz", nil),
        ("GET", "/readyz", nil), ("GET", "/openapi.json", nil),
        ("POST", "/api/integrations", #"{"id": "my-tool", "name": "My Tool", "npmPackage": "my-mcp-server"}"#),
        ("POST", "/api/integrations/github/configure", #"{"env": {"A": "b", "C": null}}"#),
        ("POST", "/api/integrations/github/install", "{}"), ("POST", "/api/integrations/github/upgrade", "{}"),
        ("POST", "/api/integrations/github/rollback", ""), ("POST", "/api/integrations/github/enable", ""),
        ("POST", "/api/integrations/github/disable", ""), ("POST", "/api/integrations/github/restart", ""),
        ("POST", "/api/integrations/github/test", ""),
        ("GET", "/api/integrations/github/oauth", nil), ("POST", "/api/integrations/github/oauth/start", ""),
        ("POST", "/api/integrations/github/oauth/start", #"{"scopes": ["a", "b"], "clientId": "c"}"#),
        ("POST", "/api/integrations/github/oauth/start", #"{"scopes": ["a b"], "clientSecret": "c"}"#),
        ("POST", "/api/integrations/github/oauth/complete", #"{"redirectedUrl": "http://x/?code=1"}"#),
        ("POST", "/api/integrations/github/oauth/complete", "{}"),
        ("POST", "/api/integrations/github/oauth/logout", ""),
        ("POST", "/api/integrations/github/call", #"{"tool": "get_me"}"#),
        ("PUT", "/api/roles/engineering", #"{"integrations": ["github", {"id": "jira", "required": false}]}"#),
        ("PUT", "/api/roles/engineering", #"{"integrations": null}"#), ("POST", "/api/vault/rotate", ""),
        ("POST", "/api/backups", ""), ("GET", "/api/audit", nil), ("GET", "/api/changes", nil),
        ("GET", "/api/latencies", nil), ("GET", "/api/conformance", nil), ("GET", "/nothing", nil),
        ("GET", "/api/integrations/none", nil), ("GET", "/api/roles/engineering/clients", nil),
        ("GET", "/api/tools/review", nil),
        ("POST", "/api/integrations/github/tools/refuse", #"{"tools": ["get_me"]}"#),
        ("POST", "/api/documents", #"{"id": "pets", "document": "openapi: 3.1.0", "trial": true}"#),
        ("POST", "/api/documents", #"{"id": "Pets!", "document": "x", "url": "y", "readOnly": 1}"#),
        ("POST", "/api/integrations/github/configure", #"{"env": 1, "x": 2}"#),
    ]

    @Test func `Every answer fits its shape, and so does every problem`() async throws {
        try await Caller.with { caller in
            for (method, path, body) in Self.answers {
                let answer = try await caller.send(
                    HTTPRequest.Method(method) ?? .get,
                    path,
                    fields: body == nil ? [:] : [.contentType: "application/json"],
                    body: body ?? ""
                )
                let json = try #require(answer.json, "\(method) \(path): \(answer.status)")
                let schema = try #require(
                    Self.schema(method, path, answer.status),
                    "\(method) \(path) \(answer.status)"
                )
                let violations = schema.validate(json)
                #expect(violations.isEmpty, "\(method) \(path): \(violations)")
            }
        }
    }

    private static func schema(_ method: String, _ path: String, _ status: Int) -> JSONSchema? {
        let segments = path.split(separator: "/")
        let route = RouteTable.all.routes.first { $0.method.rawValue == method && $0.match(segments) != nil }
        let operation = route.flatMap { OpenAPIDocument.whole["paths"]?[$0.path]?[method.lowercased()] }
        let content = operation?["responses"]?[String(status)]?["content"]
        let declared = content?[status < 400 ? "application/json" : "application/problem+json"]?["schema"]
        let unknown: JSONValue? = route == nil ? ["$ref": "#/components/schemas/Problem"] : nil
        guard case .object(var root)? = declared ?? unknown else { return nil }
        root["components"] = OpenAPIDocument.whole["components"]
        return try? JSONSchema(.object(root))
    }

    private static func references(_ value: JSONValue) -> [String] {
        switch value {
        case .array(let elements): elements.flatMap(references)
        case .object(let object):
            object.flatMap { member -> [String] in
                guard member.key == "$ref", let text = member.value.stringValue else { return references(member.value) }
                return [String(text.split(separator: "/").last ?? "")]
            }
        default: []
        }
    }
}
