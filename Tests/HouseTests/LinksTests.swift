import Foundation
import Testing

@Suite("Links between pages")
struct LinksTests {
    /// Pages of the repository, by their place.
    private static func pages() -> [String] {
        let files = FileManager.default.enumerator(atPath: Tree.root.appendingPathComponent("docs").path)
        let docs = (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
        return docs + ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
    }

    @Test("lead somewhere")
    func links() throws {
        for page in Self.pages() {
            let text = try String(contentsOf: Tree.root.appendingPathComponent(page), encoding: .utf8)
            let folder = Tree.root.appendingPathComponent(page).deletingLastPathComponent()
            for link in text.matches(of: /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/).map({ String($0.output.1) })
            where !link.contains("://") && !link.hasPrefix("mailto:") {
                let target = folder.appendingPathComponent(link).standardized.path
                #expect(FileManager.default.fileExists(atPath: target), "\(page) links to \(link)")
            }
        }
    }
}
