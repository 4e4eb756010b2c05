import FoundationEssentials

/// Folders of this machine, as far as the desk needs them.
enum LocalFolder {
    /// The names in a folder, sorted; none for one that is not there.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
