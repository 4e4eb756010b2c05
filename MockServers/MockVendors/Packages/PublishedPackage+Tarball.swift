import JSON

extension PublishedPackage {
    /// The name of its file in a registry of Node packages.
    var tarballName: String { "\(name.split(separator: "/").last ?? "")-\(version).tgz" }

    /// What the registry and the package itself say of it.
    var manifest: JSONObject {
        var manifest: JSONObject = ["name": .string(name), "version": .string(version)]
        manifest["bin"] = .object(JSONObject(programs.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
        let needed = dependencies.map { dependency -> (String, JSONValue) in
            let parts = dependency.split(separator: "@", maxSplits: 1).map(String.init)
            return (parts[0], .string(parts.count > 1 ? parts[1] : "*"))
        }
        if !needed.isEmpty { manifest["dependencies"] = .object(JSONObject(needed)) }
        if let installScript { manifest["scripts"] = ["postinstall": .string(installScript)] }
        return manifest
    }

    /// The package as npm takes it.
    var tarball: [UInt8] {
        var archive = StoredTarball()
        archive.add("package/package.json", JSONValue.object(manifest).utf8())
        for (name, text) in files.sorted(by: { $0.key < $1.key }) { archive.add("package/\(name)", Array(text.utf8)) }
        return archive.bytes
    }
}
