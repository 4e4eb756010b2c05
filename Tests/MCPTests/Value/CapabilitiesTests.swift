import JSON
import MCP
import Testing

@Suite("Capabilities")
struct CapabilitiesTests {
    @Test("a server offers what it declares, and announces changes only where it says so")
    func server() throws {
        let declared = #"{"tools":{"listChanged":true},"resources":{"subscribe":true},"prompts":{},"x":1}"#
        let capabilities = try ServerCapabilities(json: json(declared))
        #expect(capabilities.supportsTools && capabilities.supportsResources && capabilities.supportsPrompts)
        #expect(!capabilities.supportsLogging && !capabilities.supportsCompletions)
        #expect(capabilities.toolsListChanged && !capabilities.announcesChanges(of: .prompts))
        #expect(capabilities.supportsResourceSubscriptions)
        #expect(capabilities.json == json(declared))
    }

    @Test("a known capability that is no object is a fault", arguments: ["true", "0", "[]"])
    func wrongType(value: String) throws {
        let error = try #require(throws: ShapeError.self) {
            try ServerCapabilities(json: json(#"{"tools":\#(value)}"#))
        }
        #expect(error.path.text == "/tools")
        #expect(throws: ShapeError.self) { try ClientCapabilities(json: json(#"{"roots":\#(value)}"#)) }
    }

    @Test("a capability that is null is not declared")
    func null() throws {
        #expect(try !ServerCapabilities(json: ["tools": nil]).supportsTools)
        #expect(try !ClientCapabilities(json: ["elicitation": nil]).supportsFormElicitation)
        #expect(try !ClientCapabilities(json: ["roots": nil]).allow(serverRequest: "roots/list"))
    }

    @Test(
        "an empty elicitation means forms",
        arguments: [
            ("{}", false, false), (#"{"elicitation":{}}"#, true, false), (#"{"elicitation":{"form":{}}}"#, true, false),
            (#"{"elicitation":{"url":{}}}"#, false, true), (#"{"elicitation":{"form":{},"url":{}}}"#, true, true),
        ]
    )
    func elicitation(declared: String, forms: Bool, urls: Bool) throws {
        let capabilities = try ClientCapabilities(json: json(declared))
        #expect(capabilities.supportsFormElicitation == forms && capabilities.supportsURLElicitation == urls)
    }

    @Test(
        "what is missing from a requirement is named, at every depth",
        arguments: [
            (#"{"sampling":{}}"#, #"{"sampling":{"tools":{}}}"#, #"{"sampling":{"tools":{}}}"#),
            (#"{"sampling":{"tools":{}}}"#, #"{"sampling":{}}"#, "null"),
            ("{}", #"{"roots":{},"sampling":{}}"#, #"{"roots":{},"sampling":{}}"#),
            (#"{"roots":{"listChanged":true}}"#, #"{"roots":{}}"#, "null"),
        ]
    )
    func missing(declared: String, required: String, missing: String) throws {
        let capabilities = try ClientCapabilities(json: json(declared))
        let found = capabilities.missing(from: try ClientCapabilities(json: json(required)))
        #expect(found?.json ?? .null == json(missing))
    }

    @Test("extensions are found by name")
    func extensions() throws {
        let capabilities = try ClientCapabilities(json: json(#"{"extensions":{"a/b":{"c":1}}}"#))
        #expect(capabilities.settings(ofExtension: "a/b") == ["c": 1])
        #expect(capabilities.settings(ofExtension: "a/c") == nil)
    }
}
