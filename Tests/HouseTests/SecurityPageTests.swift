import Foundation
import Testing

@Suite("The page about security")
struct SecurityPageTests {
    /// A place below Tests, and the names of tests that stand there.
    private struct Proof {
        let place: String
        let names: [String]
    }

    private static func proofs() throws -> [Proof] {
        let page = try String(contentsOf: Tree.root.appendingPathComponent("docs/security.md"), encoding: .utf8)
        return page.split(separator: "\n").compactMap { line in
            guard let found = line.firstMatch(of: /^- (Tests\/[^:]+): (.+)$/) else { return nil }
            let names = found.output.2.matches(of: /"([^"]+)"/).map { String($0.output.1) }
            return Proof(place: String(found.output.1), names: names)
        }
    }

    @Test("names no test that is not there")
    func everyProofIsThere() throws {
        let proofs = try Self.proofs()
        #expect(proofs.count > 25)
        for proof in proofs {
            #expect(!proof.names.isEmpty, "\(proof.place)")
            let text = try Self.text(of: proof.place)
            for name in proof.names where !text.contains(name) {
                Issue.record("docs/security.md names a test that \(proof.place) does not have: \(name)")
            }
        }
    }

    /// A file, or all files of a folder.
    private static func text(of place: String) throws -> String {
        let root = Tree.root.appendingPathComponent(place)
        if !place.hasSuffix(".swift"), !place.hasSuffix(".py") {
            let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
            return try files.filter { $0.hasSuffix(".swift") }.map {
                try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)
            }.joined()
        }
        return try String(contentsOf: root, encoding: .utf8)
    }
}
