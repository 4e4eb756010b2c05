import Registry
import TestSupport
import Testing

@Suite struct RegistryLoaderTests {
    @Test("reads one entry alone as it reads it among all others", arguments: ["github", "mine"])
    func only(id: String) throws {
        let folder = try TemporaryFolder()
        let text = #"[{"id": "github", "name": "Ours"}, {"id": "mine", "name": "Mine", "npmPackage": "m@1.0.0"}]"#
        folder.write("user.json", text)
        var loader = RegistryLoader(
            shipped: ShippedFiles(folder: SourceTree.registry),
            userFile: folder.path("user.json")
        )
        let alone = try #require(loader.load(only: id)[id])
        #expect(alone == loader.load()[id])
        #expect(loader.load(only: "../Catalogue/slack")["slack"] == nil)
        #expect(loader.load(only: "nobody")["nobody"] == nil)
    }

    @Test("reads the whole shipped registry without a fault")
    func shipped() {
        var loader = RegistryLoader(shipped: CatalogueFolder.shipped)
        let snapshot = loader.load()
        #expect(snapshot.faults.filter { $0.rule != "REG-ROLE-INTEGRATION" }.map(\.description) == [])
        #expect(snapshot.integrations.map(\.id) == CatalogueFolder.ids)
        #expect(snapshot.roles.map(\.id) == ["engineering", "marketing", "ops", "router", "sales", "support"])
    }

    @Test("works without any of the user's files, and reports one that cannot be read")
    func missing() throws {
        let folder = try TemporaryFolder()
        folder.write("registry.json/inside.json", "{}")
        var absent = RegistryLoader(shipped: nil, userFile: folder.path("none.json"), userRoles: folder.path("roles"))
        #expect(absent.load().faults.isEmpty)
        var unreadable = RegistryLoader(shipped: nil, userFile: folder.path("registry.json"))
        #expect(
            unreadable.load().faults.map(\.description) == [
                "\(folder.path("registry.json")):1:1: the file cannot be read (Is a directory): "
                    + "give the right path, or allow it to be read"
            ]
        )
    }

    @Test("keeps what a file last said when it stops being JSON, until it is one again or gone")
    func lastGood() throws {
        let folder = try TemporaryFolder()
        var loader = RegistryLoader(shipped: nil, userFile: folder.path("a.json"))
        folder.write("a.json", #"{"id": "a", "name": "A"}"#)
        #expect(loader.load().integrations.map(\.name) == ["A"])
        folder.write("a.json", #"{"id": "a", "name": "#)
        let broken = loader.load()
        #expect(broken.integrations.map(\.name) == ["A"])
        #expect(broken.faults.map(\.rule) == ["REG-JSON"])
        folder.write("a.json", #"{"id": "a", "name": "B"}"#)
        #expect(loader.load().integrations.map(\.name) == ["B"])
        folder.remove("a.json")
        #expect(loader.load().integrations.isEmpty)
    }

    @Test("reads the user's roles from their folder")
    func userRoles() throws {
        let folder = try TemporaryFolder()
        folder.write("roles/night.json", #"{"id": "night", "name": "Night shift"}"#)
        folder.write("roles/.night.json.swp", "editor")
        var loader = RegistryLoader(shipped: nil, userRoles: folder.path("roles"))
        let snapshot = loader.load()
        #expect(snapshot.roles.map(\.id) == ["night"])
        #expect(snapshot.faults.isEmpty)
    }
}
