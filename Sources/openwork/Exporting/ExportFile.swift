import ClientFiles

/// A client's file into which a snippet is written, and out of which it is taken again.
struct ExportFile {
    let file: ClientFile

    /// What was there before the last change.
    var backup: String { file.path + ".openwork-backup" }

    /// Whether anything changed.
    func write(_ snippet: ClientSnippet) throws -> Bool {
        let before = try WholeFile.bytes(of: file.path)
        let after = try mended { () throws(ClientFileFault) in try snippet.added(to: before ?? []) }
        guard after != before else { return false }
        if let before { try WholeFile.replace(backup, with: before) }
        try WholeFile.replace(file.path, with: after)
        return true
    }

    /// Back to the very bytes where nobody changed the file since; otherwise only the snippet is taken out.
    func undo(_ snippet: ClientSnippet) throws -> Bool {
        guard let now = try WholeFile.bytes(of: file.path) else { return false }
        let kept = try WholeFile.bytes(of: backup)
        if let kept, (try? snippet.added(to: kept)) == now {
            try WholeFile.replace(file.path, with: kept)
            try WholeFile.remove(backup)
            return true
        }
        let after = try mended { () throws(ClientFileFault) in try snippet.removed(from: now) }
        guard after != now else { return false }
        if kept == nil, (try? snippet.added(to: [])) == now {
            try WholeFile.remove(file.path)
        } else {
            try WholeFile.replace(file.path, with: after)
        }
        return true
    }

    private func mended(_ body: () throws(ClientFileFault) -> [UInt8]) throws -> [UInt8] {
        do throws(ClientFileFault) {
            return try body()
        } catch {
            throw ClientFault.local("\(file.path) \(error)")
        }
    }
}
