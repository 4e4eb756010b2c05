import Fixtures
import Foundation
import Health
import JSON
import MCP
import Recording
import Registry
import Testing

/// One file of the folder `Fixtures`, with the entry and the server that it is about.
struct ShippedFixture: CustomTestStringConvertible, Sendable {
    let path: String
    let integration: Integration
    let server: IntegrationServer
    let kind: FixtureKind
    let fixture: Fixture

    var testDescription: String { path }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    static let folder = root.appending(path: "Fixtures").path

    static let integrations: [Integration] = {
        var loader = RegistryLoader(shipped: ShippedFiles(folder: root.appending(path: "Sources/Registry").path))
        return loader.load().integrations
    }()

    /// Every one that is there and can be read.
    static let all: [ShippedFixture] = integrations.flatMap { integration in
        integration.servers.flatMap { server in
            FixtureDocumentation.kinds.compactMap { ShippedFixture($0, integration, server) }
        }
    }

    static let recorded = all.filter { $0.fixture.header.provenance == .recorded }

    init?(_ kind: FixtureKind, _ integration: Integration, _ server: IntegrationServer) {
        path = Fixture.path(of: kind, integration, server)
        self.integration = integration
        self.server = server
        self.kind = kind
        // What cannot be read is found by the test that reads every file there is.
        guard let text = try? String(contentsOfFile: Self.folder + "/" + path, encoding: .utf8),
            let fixture = try? Fixture(parsing: text)
        else { return nil }
        self.fixture = fixture
    }

    var requests: [Cue] { CueBook(fixture).cues.filter { $0.id != nil } }

    /// Every tool of every page of the list.
    var tools: [JSONValue] {
        requests.filter { $0.form.method == "tools/list" }
            .flatMap { $0.answer?["result"]?["tools"]?.arrayValue ?? [] }
    }

    /// What a contact comes to that sees the end of this conversation.
    var outcome: Outcome {
        var configuration: [String: String] = [:]
        if kind != .credentialMissing {
            let fields = integration.configSchema(of: server)
            let wanted = Set(integration.auth(of: server).alternatives.first ?? [])
            for field in fields where field.isRequired || field.isSecret || wanted.contains(field.name) {
                configuration[field.name] = "given-for-\(field.name)"
            }
        }
        let rules = ClassifierRules(
            integration,
            server: server,
            configuration: configuration,
            isLoggedIn: kind != .credentialMissing
        )
        return Classifier(rules).outcome(of: facts)
    }

    private var facts: ContactFacts {
        let errors = fixture.entries.filter { $0.from == .stderr }.compactMap(\.message.stringValue)
        guard let last = requests.last else { return ContactFacts(.closed("nothing was said"), step: .launch) }
        let step: ContactStep = last.form.method == "tools/call" ? .probe : .handshake
        if let status = last.status, status >= 400 {
            let fields = last.fields.map { ($0.key, $0.value.stringValue ?? "") }
            let body = last.answer.map { $0.text() } ?? last.rawText ?? ""
            let http = HTTPFacts(status: status, fields: fields, body: body)
            return ContactFacts(.httpStatus(http), step: .connect, http: http)
        }
        if let code = last.exitCode { return ContactFacts(.exited(.code(code)), step: step, errorLines: errors) }
        if let error = last.answer?["error"] {
            let sighting = Sighting.rpcError(
                code: Int64(error["code"]?.intValue ?? 0),
                message: error["message"]?.stringValue ?? "",
                data: error["data"]
            )
            return ContactFacts(sighting, step: step, errorLines: errors)
        }
        guard let result = last.answer?["result"] else {
            return ContactFacts(.timedOut(after: .seconds(60)), step: step, errorLines: errors)
        }
        let answer = ToolAnswer(
            tool: last.params?["name"]?.stringValue ?? "",
            isError: result["isError"]?.boolValue ?? false,
            texts: (result["content"]?.arrayValue ?? []).compactMap { $0["text"]?.stringValue },
            structured: result["structuredContent"]
        )
        return ContactFacts(.toolResult(answer), step: step, errorLines: errors)
    }
}
