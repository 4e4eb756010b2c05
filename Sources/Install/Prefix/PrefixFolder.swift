import Glibc
import JSON

/// The files of one installation, seen from its folder.
struct PrefixFolder {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    func exists(_ name: String) -> Bool { access("\(path)/\(name)", F_OK) == 0 }

    func isProgram(_ name: String) -> Bool { access("\(path)/\(name)", X_OK) == 0 }

    func firstLine(_ name: String) -> String {
        let bytes = Self.read("\(path)/\(name)", limitInBytes: 256) ?? []
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    /// A JSON file that a client has written.
    func json(_ file: String, _ job: InstallJob) throws(InstallError) -> JSONValue {
        do {
            guard let bytes = Self.read(file) else {
                throw InstallError(.failed, job.title, job.pinned, detail: "\(file) was not written")
            }
            return try JSONValue(parsing: bytes)
        } catch let error as InstallError {
            throw error
        } catch {
            throw InstallError(.failed, job.title, job.pinned, detail: "\(file) is no JSON: \(error)")
        }
    }

    func write(_ text: String, to file: String, _ job: InstallJob) throws(InstallError) {
        guard let fault = Self.write(Array(text.utf8), to: file) else { return }
        throw InstallError(fault == ENOSPC ? .diskFull : .notWritable, job.title, file)
    }

    /// Makes the texts in a folder name another place: scripts know where their interpreter lies.
    func replace(_ old: String, with new: String, in folder: String, _ job: InstallJob) throws(InstallError) {
        let place = "\(path)/\(folder)"
        guard let directory = opendir(place) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let file = "\(place)/\(name)"
            var facts = stat()
            guard lstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size < 1 << 20,
                let bytes = Self.read(file), !bytes.contains(0)
            else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            guard text.contains(old) else { continue }
            try write(text.replacing(old, with: new), to: file, job)
        }
    }

    static func read(_ file: String, limitInBytes: Int = 64 << 20) -> [UInt8]? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < limitInBytes {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    /// Writes into the file that is there, so that its permissions stay.
    /// - Returns: nil, or the error number.
    static func write(_ bytes: [UInt8], to file: String) -> Int32? {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return errno }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                let fault = errno
                close(descriptor)
                return fault
            }
            rest = rest.dropFirst(count)
        }
        fsync(descriptor)
        return close(descriptor) == 0 ? nil : errno
    }
}
