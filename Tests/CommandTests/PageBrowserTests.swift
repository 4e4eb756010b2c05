import Foundation
import JSON
import Testing

private let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// The page in a real browser; skipped where there is no Chromium.
@Suite("The report in a browser", .enabled(if: browser != nil))
struct PageBrowserTests {
    /// Each would leave a mark on the page if any of it ran.
    private static let payloads = [
        "<script>document.documentElement.dataset.owned=1</script>",
        "\"><img src=x onerror=\"document.documentElement.dataset.owned=1\">",
        "\"\u{301} autofocus onfocus=document.documentElement.dataset.owned=1 tabindex=0 x=\"\u{301}",
        "</title></style></textarea><svg onload=document.documentElement.dataset.owned=1>",
        "javascript:document.documentElement.dataset.owned=1",
        "{{constructor.constructor('document.documentElement.dataset.owned=1')()}}",
    ]

    @Test("runs its own script from a disk, and nothing that a server wrote", .timeLimit(.minutes(3)))
    func harmless() async throws {
        let folder = try TemporaryFolder()
        let sound = try await ToolRun.of(
            "openwork-conform",
            ["run", "--mock", "--fault", "call-error", "--format", "json"],
            in: folder
        )
        for payload in Self.payloads {
            let report = try folder.file("hostile.json", try Self.poisoned(sound.json, payload).text())
            let page = folder.path("page.html")
            let render = try await ToolRun.of("openwork-conform", ["report", report, "--output", page], in: folder)
            #expect(render.code == 0, "\(render.errors)")
            let text = try await dom(of: page, folder)
            #expect(text.contains("id=\"theme\">"), "the page's own script did not run")
            #expect(!text.contains("data-owned"), "\(payload)")
        }
    }

    private func dom(of page: String, _ folder: TemporaryFolder) async throws -> String {
        let run = try await ToolRun.of(
            path: try #require(browser),
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path("profile"))",
                "--virtual-time-budget=3000", "--dump-dom", "file://\(page)",
            ],
            environment: ["HOME": folder.path(".")],
            in: folder
        )
        return run.output
    }

    /// Every text in the report that is not one of a few words, with the payload at its end.
    private static func poisoned(_ value: JSONValue, _ payload: String, key: String = "") -> JSONValue {
        let fixed: Set = ["tool", "subject", "transport", "revision", "verdict", "level", "check", "startedAt"]
        return switch value {
        case .string(let text) where !fixed.contains(key): .string(text + payload)
        case .array(let elements): .array(elements.map { poisoned($0, payload, key: key) })
        case .object(let object):
            .object(JSONObject(object.map { ($0.key, poisoned($0.value, payload, key: $0.key)) }))
        default: value
        }
    }
}
