/// The targets that a package manifest declares, read as text, with the names they depend on.
struct Manifest {
    struct Target: Equatable {
        let name: String
        let path: String
        /// Our own targets that it may import.
        let targets: Set<String>
        /// Modules of other packages that it may import.
        let products: Set<String>
        let isTest: Bool
    }

    let targets: [Target]

    init(text: String) {
        let pattern = /\.(target|executableTarget|testTarget|systemLibrary)\(\s*name: "(?<name>[^"]+)"/
        let starts = text.matches(of: pattern)
        targets = starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
            let block = text[starts[index].range.lowerBound..<end]
            return Self.target(kind: starts[index].output.1, name: String(starts[index].output.name), block: block)
        }
    }

    private static func target(kind: Substring, name: String, block: Substring) -> Target {
        let products = block.matches(of: /\.product\(name: "([^"]+)"/).map { String($0.output.1) }
        let withoutProducts = block.replacing(/\.product\([^)]*\)/, with: "")
        let list = withoutProducts.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
        let own = list.matches(of: /"([^"]+)"/).map { String($0.output.1) }
        let written = block.firstMatch(of: /path: "([^"]+)"/).map { String($0.output.1) }
        let path = written ?? (kind == "testTarget" ? "Tests/\(name)" : "Sources/\(name)")
        return Target(
            name: name,
            path: path,
            targets: Set(own),
            products: Set(products),
            isTest: kind == "testTarget"
        )
    }
}
