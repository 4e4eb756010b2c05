import Foundation
import Testing

/// The table of requirements names tests: each of them has to be there, by its own name.
@Suite("Tests that the table of requirements names")
struct CoverageTableTests {
    @Test("exist, each as FILE#FUNCTION")
    func named() throws {
        let table = try Tree.swiftFiles(in: ["Sources/Conformance/Requirements"])
        let names = table.flatMap(\.lines).filter { $0.hasPrefix("        test ") }
            .flatMap { $0.split(separator: " ").dropFirst().map(String.init) }
        #expect(names.count > 100)
        let tests = try Tree.swiftFiles(in: ["Tests"])
        let known = Dictionary(tests.map { ($0.path, $0.lines) }) { first, _ in first }
        let wrong = Set(names).filter { name in
            let parts = name.split(separator: "#").map(String.init)
            guard parts.count == 2, let lines = known["Tests/\(parts[0]).swift"] else { return true }
            return !lines.contains { $0.contains("func \(parts[1])(") }
        }
        #expect(wrong.sorted() == [])
    }
}
