import FoundationEssentials
import Testing

@testable import Daemon

@Suite("The files of the dashboard")
struct DashboardFilesTests {
    private static let folder = #filePath.split(separator: "/Tests/DaemonTests/")[0] + "/Sources/Dashboard/Files"

    @Test func `Every file of the folder lies in the executable as it is`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: String(Self.folder)).sorted()
        #expect(names.count > 20)
        #expect(DashboardFiles.embedded.names == (names + [DashboardFiles.style]).sorted())
        for name in names where name != "index.html" {
            let bytes = try Array(Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)")))
            let file = DashboardFiles.embedded.file(name, version: DashboardFiles.embedded.version)
            #expect(file?.bytes == bytes, "\(name) is not as it was built in")
        }
    }

    @Test func `Another byte makes another version, and only the present one is kept for good`() {
        let (one, other) = (DashboardFiles(["a.js": [1]]), DashboardFiles(["a.js": [2]]))
        #expect(one.version != other.version)
        #expect(one.file("a.js", version: one.version)?.isLasting == true)
        #expect(one.file("a.js", version: other.version)?.isLasting == false)
        #expect(one.file("b.js", version: one.version) == nil)
    }

    @Test func `The page asks for nothing from elsewhere and has nothing inline`() {
        let text = String(decoding: DashboardFiles.embedded.shell.bytes, as: UTF8.self)
        #expect(!text.contains("{{"))
        #expect(!text.contains("http://") && !text.contains("https://"))
        #expect(!text.contains("<style") && !text.contains("style=") && !text.contains("<script>"))
    }
}
