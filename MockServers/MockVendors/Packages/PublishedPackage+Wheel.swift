extension PublishedPackage {
    /// The name of its file in an index of Python packages.
    var wheelName: String { "\(distribution)-\(version)-py3-none-any.whl" }

    /// The name as file names and module folders have it.
    private var distribution: String { String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }

    /// The package as pip takes it.
    var wheel: [UInt8] {
        let folder = "\(distribution)-\(version).dist-info"
        var metadata = ["Metadata-Version: 2.1", "Name: \(name)", "Version: \(version)"]
        if let pythonRequirement { metadata.append("Requires-Python: \(pythonRequirement)") }
        metadata += dependencies.map { "Requires-Dist: \($0)" }
        let programs = programs.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
        var members = files
        members["\(folder)/METADATA"] = metadata.joined(separator: "\n") + "\n"
        members["\(folder)/WHEEL"] =
            "Wheel-Version: 1.0\nGenerator: openwork\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        members["\(folder)/entry_points.txt"] = "[console_scripts]\n" + programs.joined(separator: "\n") + "\n"
        let names = members.keys.sorted() + ["\(folder)/RECORD"]
        members["\(folder)/RECORD"] = names.map { "\($0),,\n" }.joined()
        var archive = StoredZIP()
        for name in names { archive.add(name, Array((members[name] ?? "").utf8)) }
        return archive.bytes
    }
}
