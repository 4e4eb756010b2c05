import Registry
import Testing

@Suite struct RolesTests {
    private static let isWhole = CatalogueFolder.ids.count >= 49

    @Test("name entries that exist, and the same as those that name the role", .enabled(if: isWhole))
    func agreement() {
        var loader = RegistryLoader(shipped: CatalogueFolder.shipped)
        let snapshot = loader.load()
        #expect(snapshot.faults.map(\.description) == [])
        for role in snapshot.roles {
            let named = snapshot.integrations.filter { $0.roles.contains(role.id) }.map(\.id)
            #expect(role.integrations.sorted() == named.sorted(), "\(role.id)")
        }
    }

    @Test("are read as they are written", arguments: ["engineering", "router"])
    func roundTrip(id: String) throws {
        var loader = RegistryLoader(shipped: CatalogueFolder.shipped)
        let role = try #require(loader.load().role(id))
        #expect(try Role(json: role.json) == role)
    }
}
