import Conformance
import Glibc
import JSON
import Registry

/// Where the entries and the suites of a run are written, for reports that point there.
enum EntryPlaces {
    /// By the title of each subject: the line of an entry, and of each of its servers.
    static func ofEntries(_ snapshot: RegistrySnapshot, _ subjects: [EntrySubject]) -> [String: FilePlace] {
        var places: [String: FilePlace] = [:]
        for (id, subjects) in Dictionary(grouping: subjects, by: \.integration.id) {
            var titles: [JSONPointer: String] = [JSONPointer(): id]
            for subject in subjects {
                let index = subject.integration.servers.firstIndex { $0.id == subject.server.id } ?? 0
                titles[JSONPointer(tokens: ["servers", "\(index)"])] = "\(id)/\(subject.server.id)"
            }
            // What is located is no fault, only somewhere to stand; all at once, for each time the whole file is read.
            let spots = titles.keys.map { EntryFault($0, "", fix: "") }
            for spot in snapshot.located(spots, in: id, rule: "", .warning) {
                guard let title = titles[spot.path] else { continue }
                places[title] = FilePlace(file: readable(spot.file), line: spot.line)
            }
        }
        return places
    }

    /// The same for suites: the first line, and that of each server.
    static func ofSuites(_ folder: SuiteFolder, _ ids: Set<String>) throws -> [String: FilePlace] {
        var places: [String: FilePlace] = [:]
        for id in ids where access("\(folder.path)/\(id).yaml", R_OK) == 0 {
            let path = "\(folder.path)/\(id).yaml"
            places[id] = FilePlace(file: path, line: 1)
            let lines = try TextFile(path: path).read().split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() where line.hasPrefix("  ") && line.hasSuffix(":") {
                let name = line.dropFirst(2).dropLast()
                if !name.hasPrefix(" ") { places["\(id)/\(name)"] = FilePlace(file: path, line: number + 1) }
            }
        }
        return places
    }

    /// The file of the checkout, where a build's own copy was read and we stand in the checkout.
    private static func readable(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let source = "Sources/Registry/Catalogue/\(name)"
        return path.contains(".resources/Catalogue/") && access(source, R_OK) == 0 ? source : path
    }
}
