import Foundation
import Testing

@Suite("Imports point downwards")
struct FloorsTests {
    private static let manifest = Result {
        Manifest(text: try String(contentsOf: Tree.root.appendingPathComponent("Package.swift"), encoding: .utf8))
    }

    @Test("every arrow of Package.swift points to a lower floor")
    func everyArrowPointsDown() throws {
        let manifest = try Self.manifest.get()
        #expect(manifest.targets.count > 10)
        #expect(Floors.house.faults(in: manifest) == [])
    }

    @Test(
        "an arrow that points up or sideways is named",
        arguments: [
            (#".target(name: "JSON", dependencies: ["MCP"]),"#, ["JSON imports MCP, which is not below it"]),
            (
                #".target(name: "MCP", dependencies: ["JSONSchema"]),"#,
                ["MCP imports JSONSchema, which is not below it"]
            ),
            (#".target(name: "Cellar", dependencies: []),"#, ["Cellar has no floor: give it one"]),
            (#".target(name: "MCP", dependencies: ["JSON", .product(name: "Logging", package: "swift-log")]),"#, []),
        ]
    )
    func upwardArrowIsNamed(line: String, faults: [String]) {
        #expect(Floors.house.faults(in: Manifest(text: line)) == faults)
    }

    @Test("a source file imports only what its target declares")
    func importsAreDeclared() throws {
        let manifest = try Self.manifest.get()
        let ours = Set(manifest.targets.map(\.name))
        for target in manifest.targets where !target.name.hasPrefix("C") || target.name == "Conformance" {
            for file in try Tree.swiftFiles(in: [target.path]) {
                let undeclared = file.imports.intersection(ours).subtracting(target.targets)
                #expect(undeclared == [], "\(file.path) imports what \(target.name) does not declare")
            }
        }
    }

    @Test("modules that only decide import nothing that reaches the world", arguments: Floors.pure)
    func pureModulesStayPure(module: String) throws {
        guard try Self.manifest.get().targets.contains(where: { $0.name == module }) else { return }
        for file in try Tree.swiftFiles(in: ["Sources/\(module)"]) {
            #expect(file.imports.intersection(Floors.worldly) == [], "\(file.path)")
        }
    }
}
