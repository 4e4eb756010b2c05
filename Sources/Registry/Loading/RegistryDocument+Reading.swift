extension RegistryDocument {
    /// Reads a file, or all files of a folder that end in `.json`; what cannot be read becomes a fault.
    package static func read(_ path: String, _ content: Content) -> [RegistryDocument] {
        guard LocalFile.isFolder(path) else { return [readFile(path, content)] }
        do throws(LocalFileError) {
            return try LocalFile.jsonNames(in: path).map { readFile("\(path)/\($0)", content) }
        } catch {
            return [RegistryDocument(unreadable: error)]
        }
    }

    /// Reads a file that need not be there.
    static func readIfPresent(_ path: String, _ content: Content) -> RegistryDocument? {
        do throws(LocalFileError) {
            return RegistryDocument(file: path, bytes: try LocalFile.bytes(of: path), content)
        } catch {
            return error.isMissing ? nil : RegistryDocument(unreadable: error)
        }
    }

    private static func readFile(_ path: String, _ content: Content) -> RegistryDocument {
        do throws(LocalFileError) {
            return RegistryDocument(file: path, bytes: try LocalFile.bytes(of: path), content)
        } catch {
            return RegistryDocument(unreadable: error)
        }
    }
}
