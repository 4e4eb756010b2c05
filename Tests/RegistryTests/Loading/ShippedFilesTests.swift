import Registry
import Testing

@Suite struct ShippedFilesTests {
    @Test(
        "is found beside the executable of a build, and in an installation",
        arguments: ["bin/openwork_CRegistryFiles.resources", "share/openwork"]
    )
    func places(place: String) throws {
        let folder = try TemporaryFolder()
        folder.write("\(place)/Catalogue/a.json", #"{"id": "a", "name": "A"}"#)
        folder.write("bin/openwork-mock", "")
        let shipped = try #require(ShippedFiles.find(besides: folder.path("bin")))
        #expect(shipped.ids() == ["a"])
        #expect(try shipped.entry("a") == Integration(id: "a", name: "A"))
    }

    @Test("is not found where nothing is")
    func nothing() throws {
        #expect(ShippedFiles.find(besides: try TemporaryFolder().path("bin")) == nil)
    }

    @Test("knows no entry of another name, whatever the name", arguments: ["b", "../Catalogue/a", "", "A"])
    func unknown(id: String) throws {
        let folder = try TemporaryFolder()
        folder.write("Catalogue/a.json", #"{"id": "a", "name": "A"}"#)
        #expect(try ShippedFiles(folder: folder.path(".")).entry(id) == nil)
    }

    @Test("finds what somebody probably meant without reading an entry")
    func nearest() throws {
        let folder = try TemporaryFolder()
        folder.write("Catalogue/github.json", "not read")
        #expect(ShippedFiles(folder: folder.path(".")).nearest(to: "gihtub") == "github")
    }
}
