import Glibc

/// A folder that is there for the body, and empty before it.
func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/supervision-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TemporaryFolderFault() }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let result: Result<Value, any Error>
    do { result = .success(try await body(path)) } catch { result = .failure(error) }
    remove(folder: path)
    return try result.get()
}

struct TemporaryFolderFault: Error {}

private func remove(folder path: String) {
    for name in names(in: path) {
        if unlink("\(path)/\(name)") != 0 { remove(folder: "\(path)/\(name)") }
    }
    rmdir(path)
}

/// What a folder holds, sorted.
func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
        let name = withUnsafeBytes(of: item.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// A whole file as text; empty when there is none.
func text(of path: String) -> String {
    guard let file = fopen(path, "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&chunk, 1, chunk.count, file)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += chunk[..<count]
    }
}

/// Writes a small file.
func write(_ text: String, to path: String) {
    guard let file = fopen(path, "we") else { return }
    fputs(text, file)
    fclose(file)
}
