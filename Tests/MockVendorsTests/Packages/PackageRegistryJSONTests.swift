import JSON
import MockVendors
import Testing

@Suite("A list of packages")
struct PackageRegistryJSONTests {
    @Test("is read with everything that a package says of itself")
    func read() throws {
        let registry = try PackageRegistry(
            json: [
                "npm": [
                    [
                        "name": "a", "version": "1.0.0", "files": ["main.js": "1"], "programs": ["a": "main.js"],
                        "dependencies": ["b@^1"], "installScript": "true",
                    ]
                ],
                "pypi": [["name": "c", "version": "2", "files": [:], "programs": [:], "pythonRequirement": ">=3.9"]],
            ]
        )
        var node = PublishedPackage("a", "1.0.0", files: ["main.js": "1"], programs: ["a": "main.js"])
        node.dependencies = ["b@^1"]
        node.installScript = "true"
        var python = PublishedPackage("c", "2", files: [:], programs: [:])
        python.pythonRequirement = ">=3.9"
        #expect(registry.tarballs == [node])
        #expect(registry.wheels == [python])
    }

    @Test(
        "that is wrong is refused with the place",
        arguments: [
            ("[]", "the list is no object"), (#"{"npm": {}}"#, "npm is no list"),
            (#"{"pypi": [{"name": "a"}]}"#, "pypi[0] has no name or no version"),
            (#"{"npm": [{"name": "a", "version": "1", "files": {"x": 1}}]}"#, "npm[0].files.x is no text"),
            (#"{"npm": [{"name": "a", "version": "1", "files": {}}]}"#, "npm[0].programs is no object"),
        ]
    )
    func refused(text: String, fault: String) throws {
        let json = try JSONValue(parsing: Array(text.utf8))
        let error = #expect(throws: PackageRegistry.ListingFault.self) { try PackageRegistry(json: json) }
        #expect(error?.description.hasPrefix(fault) == true, "\(String(describing: error))")
    }
}
