import Registry

/// The entries on this machine, which tell more than the daemon does over its interface.
struct LocalCatalogue {
    let entries: [Integration]

    init() {
        // Without a home the shipped entries are there all the same.
        var loader = RegistryLoader(shipped: ShippedFiles.find(), userFile: try? RegistryFile.home().path)
        entries = loader.load().integrations
    }

    func entry(_ id: String) -> Integration? { entries.first { $0.id == id } }
}
