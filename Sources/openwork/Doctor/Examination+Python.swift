import Glibc

extension Examination {
    /// Read off the files: nothing is started for it.
    var python: Finding {
        let plain = program("python3", for: "PyPI servers", fix: "install Python 3.10 or later", missing: .poor)
        guard plain.grade == .good, let real = realpath(plain.words, nil) else { return plain }
        defer { free(real) }
        let path = String(cString: real)
        guard let name = path.split(separator: "/").last, name.hasPrefix("python3."),
            let minor = Int(name.dropFirst("python3.".count))
        else { return plain }
        guard minor >= 10 else {
            return Finding(
                grade: .poor,
                thing: "python3",
                words: "\(plain.words) is Python 3.\(minor); most PyPI servers want 3.10",
                fix: "install Python 3.10 or later"
            )
        }
        let prefix = path.split(separator: "/").dropLast(2).joined(separator: "/")
        guard access("/\(prefix)/lib/\(name)/ensurepip", F_OK) == 0 else {
            return Finding(
                grade: .poor,
                thing: "python3",
                words: "\(plain.words) has no ensurepip; PyPI servers get an environment of their own with it",
                fix: "install python3-venv"
            )
        }
        return Finding(grade: .good, thing: "python3", words: "\(plain.words), Python 3.\(minor)")
    }
}
