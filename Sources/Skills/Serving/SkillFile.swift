import Glibc
import JSON

/// A skill that somebody wrote: a skill file, or an OpenAPI document, in the file system.
package enum SkillFile {
    private static let limitInBytes = 16 << 20

    /// Whether a name means a file, rather than a skill that comes with the product.
    package static func isMeant(by name: String) -> Bool {
        name.contains("/") || [".json", ".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
    }

    /// A skill that comes with the product, or a file: an absolute path, or one in the folder.
    /// - Throws: every fault, each with its place and what to do.
    package static func skill(named name: String, in folder: String?, id: String) throws(SkillFaults) -> Skill {
        if isMeant(by: name) {
            return try skill(at: name.hasPrefix("/") ? name : "\(folder ?? ".")/\(name)", id: id)
        }
        guard let skill = SkillLibrary.skill(name) else {
            let known = SkillLibrary.ids.joined(separator: ", ")
            throw fault("package", "there is no skill \(name): choose one of \(known), or name a file")
        }
        return skill
    }

    /// Reads the file, or makes a skill of the OpenAPI document in it, whose tools begin with the id.
    /// - Throws: every fault, each with its place and what to do.
    package static func skill(at path: String, id: String) throws(SkillFaults) -> Skill {
        let bytes = try read(path)
        let isDocument =
            if let json = try? JSONValue(parsing: bytes) { json["openapi"] != nil || json["swagger"] != nil } else {
                !path.lowercased().hasSuffix(".json")
            }
        guard isDocument else { return try Skill(parsing: bytes) }
        return try Skill(parsing: OpenAPIImport.skill(from: bytes, OpenAPIOptions(id: id)).file.utf8())
    }

    private static func read(_ path: String) throws(SkillFaults) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw fault(path, "cannot be read (\(String(cString: strerror(errno))))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw fault(path, "is no file: give the path of a skill file or of an OpenAPI document")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= limitInBytes else { throw fault(path, "is longer than \(limitInBytes) bytes") }
        }
        return bytes
    }

    private static func fault(_ path: String, _ message: String) -> SkillFaults {
        SkillFaults(faults: [SkillFault(path, message)])
    }
}
