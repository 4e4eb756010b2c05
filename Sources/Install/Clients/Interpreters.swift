import FoundationEssentials

/// Where interpreters of Python may be: in PATH, and where pyenv and uv keep those that are not in it.
struct Interpreters {
    let environment: [String: String]

    /// Names and paths, the user's own choice first, then by version, the newest that most packages know before others.
    var candidates: [String] {
        ["python3", "python3.13", "python3.12", "python3.11", "python3.14", "python3.10"] + kept
    }

    private var kept: [String] {
        let home = environment["HOME"].map { [$0] } ?? []
        let roots = (environment["PYENV_ROOT"].map { [$0] } ?? home.map { "\($0)/.pyenv" }).map { "\($0)/versions" }
        let all = roots + home.map { "\($0)/.local/share/uv/python" }
        return all.flatMap { folder -> [String] in
            // Where there is no such folder, nobody keeps interpreters there.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.contains("3.") }.sorted {
                Self.numbers($1).lexicographicallyPrecedes(Self.numbers($0))
            }
            .map { "\(folder)/\($0)/bin/python3" }
        }
    }

    private static func numbers(_ name: String) -> [Int] {
        name.split { !$0.isNumber }.compactMap { Int($0) }
    }
}
