import Foundation
import Testing

@Suite("The picture in docs/architecture.md")
struct ArchitecturePictureTests {
    private struct Arrow: Hashable {
        let from: String
        let to: String
    }

    /// What only tests and measurements are made of is not in it.
    private static let leftOut: Set = [
        "HTTPTestSupport", "TestSupport", "JSONBenchmark", "GatewayBenchmark", "HealthAccuracy", "FuzzTargets",
        "openwork-fuzz",
    ]
    /// Names that the language of the picture cannot hold, by those that stand for them.
    private static let written = [
        "mock": "openwork-mock", "conform": "openwork-conform", "everything": "openwork-mock-everything",
    ]

    private static func arrows() throws -> Set<Arrow> {
        let page = try String(contentsOf: Tree.root.appendingPathComponent("docs/architecture.md"), encoding: .utf8)
        let picture = try #require(page.firstMatch(of: /```mermaid\n([\s\S]*?)```/)).output.1
        let pairs = picture.split(separator: "\n").compactMap { line -> Arrow? in
            let names = line.replacing(/\["[^"]*"\]/, with: "").split(separator: "-->").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard names.count == 2 else { return nil }
            return Arrow(from: written[names[0]] ?? names[0], to: written[names[1]] ?? names[1])
        }
        return Set(pairs)
    }

    private static func imports() throws -> [String: Set<String>] {
        let text = try String(contentsOf: Tree.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let targets = Manifest(text: text).targets.filter { !$0.isTest && !leftOut.contains($0.name) }
        let names = Set(targets.map(\.name))
        return Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0.targets.intersection(names)) })
    }

    @Test("has every module, and no arrow that is no import")
    func arrowsAreImports() throws {
        let imports = try Self.imports()
        let arrows = try Self.arrows()
        let drawn = Set(arrows.flatMap { [$0.from, $0.to] })
        #expect(Set(imports.keys).subtracting(drawn) == [], "these are not in the picture")
        for arrow in arrows {
            #expect(imports[arrow.from]?.contains(arrow.to) == true, "\(arrow.from) does not import \(arrow.to)")
        }
    }

    @Test("leaves out no import that does not follow from its arrows")
    func importsFollow() throws {
        var next: [String: Set<String>] = [:]
        for arrow in try Self.arrows() { next[arrow.from, default: []].insert(arrow.to) }
        for (module, imported) in try Self.imports() {
            var reached: Set<String> = []
            var open = Array(next[module] ?? [])
            while let one = open.popLast() {
                if reached.insert(one).inserted { open += next[one] ?? [] }
            }
            #expect(imported.subtracting(reached) == [], "the picture has no way from \(module) to these")
        }
    }
}
