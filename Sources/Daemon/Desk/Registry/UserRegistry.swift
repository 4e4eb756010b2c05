import DaemonAPI
import JSON
import Registry

/// The user's registry file, as far as requests change it: one entry comes, changes or goes, everything else stays.
struct UserRegistry: Sendable {
    let file: String

    /// Writes an entry in the place of the one with its id, or after all others.
    func put(_ entry: JSONObject) throws {
        try change { entries in
            if let place = entries.firstIndex(where: { $0["id"] == entry["id"] }) {
                entries[place] = .object(entry)
            } else {
                entries.append(.object(entry))
            }
        }
    }

    /// Takes an entry out.
    /// - Returns: false when it is not there; then nothing is written.
    func takeOut(_ id: String) throws -> Bool {
        guard try content().entries.contains(where: { $0["id"] == .string(id) }) else { return false }
        try change { entries in entries.removeAll { $0["id"] == .string(id) } }
        return true
    }

    /// Whether an entry is there.
    func holds(_ id: String) throws -> Bool {
        try content().entries.contains { $0["id"] == .string(id) }
    }

    /// What the file is: the list of its entries, and what stands around the list.
    private struct Content {
        var entries: [JSONValue] = []
        /// Nil for a file that is the list itself.
        var frame: JSONObject?
    }

    private func content() throws -> Content {
        let bytes: [UInt8]
        do throws(LocalFileError) {
            bytes = try LocalFile.bytes(of: file)
        } catch {
            if error.isMissing { return Content() }
            throw unreadable(error.description)
        }
        guard bytes.contains(where: { !" \t\r\n".utf8.contains($0) }) else { return Content() }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw unreadable("it is no JSON: \(error.code.explanation)")
        }
        if let entries = json.arrayValue { return Content(entries: entries) }
        guard let object = json.objectValue else { throw unreadable("it is neither a list nor an object") }
        guard object["id"] == nil, let entries = object["integrations"]?.arrayValue else {
            return Content(entries: [json])
        }
        return Content(entries: entries, frame: object)
    }

    private func change(_ change: (inout [JSONValue]) -> Void) throws {
        var content = try content()
        change(&content.entries)
        var json = JSONValue.array(content.entries)
        if var frame = content.frame {
            frame["integrations"] = json
            json = .object(frame)
        }
        try HomeFile.replace(file, with: Array((json.text(.pretty) + "\n").utf8), code: "registry_unwritable")
    }

    private func unreadable(_ why: String) -> Problem {
        Problem(
            409,
            "registry_unreadable",
            "\(file) cannot be changed: \(why)",
            fix: "mend the file by hand, and send the request again"
        )
    }
}
