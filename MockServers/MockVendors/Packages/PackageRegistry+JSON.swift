package import JSON

extension PackageRegistry {
    /// Why a list of packages cannot be read.
    package struct ListingFault: Error, Sendable, Hashable, CustomStringConvertible {
        /// Place, fault and fix in a sentence.
        package let description: String
    }

    /// Reads `{"pypi": [...], "npm": [...]}`: each package with name, version, files, programs and dependencies.
    /// - Throws: the first thing that is wrong with it.
    package init(json: JSONValue) throws(ListingFault) {
        guard let object = json.objectValue else {
            throw ListingFault(description: #"the list is no object: write {"pypi": [...], "npm": [...]}"#)
        }
        self.init(
            wheels: try Self.packages(object["pypi"], "pypi"),
            tarballs: try Self.packages(object["npm"], "npm")
        )
    }

    private static func packages(_ json: JSONValue?, _ kind: String) throws(ListingFault) -> [PublishedPackage] {
        guard let json else { return [] }
        guard let rows = json.arrayValue else {
            throw ListingFault(description: "\(kind) is no list: write [ ] around the packages")
        }
        var packages: [PublishedPackage] = []
        for (number, row) in rows.enumerated() { packages.append(try package(row, "\(kind)[\(number)]")) }
        return packages
    }

    private static func package(_ row: JSONValue, _ place: String) throws(ListingFault) -> PublishedPackage {
        guard let name = row["name"]?.stringValue, let version = row["version"]?.stringValue else {
            throw ListingFault(description: "\(place) has no name or no version: give both as texts")
        }
        var package = PublishedPackage(
            name,
            version,
            files: try texts(row["files"], "\(place).files"),
            programs: try texts(row["programs"], "\(place).programs")
        )
        package.dependencies = (row["dependencies"]?.arrayValue ?? []).compactMap(\.stringValue)
        package.installScript = row["installScript"]?.stringValue
        package.pythonRequirement = row["pythonRequirement"]?.stringValue
        return package
    }

    private static func texts(_ json: JSONValue?, _ place: String) throws(ListingFault) -> [String: String] {
        guard let object = json?.objectValue else {
            throw ListingFault(description: "\(place) is no object: give texts by name")
        }
        var texts: [String: String] = [:]
        for (name, value) in object {
            guard let text = value.stringValue else {
                throw ListingFault(description: "\(place).\(name) is no text: write it in quotes")
            }
            texts[name] = text
        }
        return texts
    }
}
