import Conformance
import Foundation
import Testing

@testable import Reporting

@Suite("The pages about checks")
struct CheckPagesTests {
    @Test("have a section for every check, with requirement, reason, method, what breaks it, and every revision")
    func complete() {
        let pages = Dictionary(CheckPages.files.map { ($0.name, $0.text) }) { first, _ in first }
        let shown = CheckGroup.allCases.filter { $0 != .fault }.flatMap(CheckPages.checks(of:))
        #expect(shown.count == CheckRegistry.explained.count { $0.group != .fault })
        for check in shown {
            let page = pages["\(check.group?.rawValue ?? "").md"] ?? ""
            let sections = page.components(separatedBy: "\n## \(check.id)\n")
            #expect(sections.count == 2, "\(check.id)")
            let section = sections.last?.components(separatedBy: "\n## ").first ?? ""
            for heading in ["*Required:*", "*Why:*", "*Tried:*", "*Broken by:*"] {
                #expect(section.contains(heading), "\(check.id)")
            }
            #expect(section.contains("- house rule") || section.contains("](https://"), "\(check.id)")
        }
    }

    @Test("are those in docs/checks: write them again with openwork-conform explain --write docs/checks")
    func current() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        for file in CheckPages.files {
            let text = try String(contentsOfFile: "\(root)/docs/checks/\(file.name)", encoding: .utf8)
            #expect(text == file.text, "\(file.name)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/docs/checks").sorted()
        #expect(names == CheckPages.files.map(\.name).sorted())
    }
}
