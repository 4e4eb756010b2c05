import Testing

@Suite("What others see is documented")
struct DocumentationTests {
    @Test("every package and public declaration says something of itself", arguments: ["Sources", "MockServers"])
    func everyDeclarationIsDocumented(folder: String) throws {
        let files = try Tree.swiftFiles(in: [folder])
        #expect(!files.isEmpty)
        #expect(files.flatMap(Documentation.faults(in:)) == [])
    }

    @Test(
        "a bare declaration is found, a documented or private one is not",
        arguments: [
            ("package struct Bare {}", 1),
            ("/// Holds it.\npackage struct Documented {}", 0),
            ("/// Holds it.\n@frozen\npackage struct Attributed {}", 0),
            ("    @discardableResult public func go() {}", 1),
            ("struct Internal {}", 0),
            ("package import JSON", 0),
            ("package var description: String { \"\" }", 0),
            ("/// " + String(repeating: "long ", count: 40) + "\npublic var wordy: Int", 1),
        ]
    )
    func bareDeclarationIsFound(text: String, faults: Int) {
        #expect(Documentation.faults(in: SourceFile(path: "X.swift", text: text)).count == faults)
    }
}
