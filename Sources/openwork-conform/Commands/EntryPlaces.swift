import Conformance
import Glibc
import JSON
import Registry

/// Where the entries and the suites of a run are written, for reports that point there.
enum EntryPlaces {
    /// By the title of each subject: the line of an entry, and of each of its servers.
    static func ofEntries(_ snapshot: RegistrySnapshot, _ subjects: [EntrySubject]) -> [String: FilePlace] {
        var places: [String: FilePlace] = [:]
        for subject in subjects {
            let entry = subject.integration
            let index = entry.servers.firstIndex { $0.id == subject.server.id } ?? 0
            let server = JSONPointer(tokens: ["servers", "\(index)"])
            places[entry.id] = places[entry.id] ?? place(JSONPointer(), entry.id, snapshot)
            places["\(entry.id)/\(subject.server.id)"] = place(server, entry.id, snapshot)
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

    private static func place(_ pointer: JSONPointer, _ id: String, _ snapshot: RegistrySnapshot) -> FilePlace? {
        // What is located is no fault, only somewhere to stand.
        let spot = EntryFault(pointer, "", fix: "")
        return snapshot.located([spot], in: id, rule: "", .warning).first.map { fault in
            FilePlace(file: readable(fault.file), line: fault.line)
        }
    }

    /// The file of the checkout, where a build's own copy was read and we stand in the checkout.
    private static func readable(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let source = "Sources/Registry/Catalogue/\(name)"
        return path.contains(".resources/Catalogue/") && access(source, R_OK) == 0 ? source : path
    }
}
