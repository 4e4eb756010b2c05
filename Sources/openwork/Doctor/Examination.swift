import Glibc

/// Looks at this machine, one thing after the other.
struct Examination {
    let environment: [String: String]
    let port: Int

    var findings: [Finding] {
        [path] + programs + [home, disk].compactMap(\.self) + files + [clock, proxies, listening]
    }

    // MARK: Programs

    private var programs: [Finding] {
        [
            program("node", for: "npm servers", fix: "install Node.js 20 or later", missing: .poor),
            program("npm", for: "npm servers", fix: "install npm, which comes with Node.js", missing: .poor),
            python,
            engine,
        ]
    }

    func program(_ name: String, for use: String, fix: String, missing grade: Finding.Grade) -> Finding {
        guard let path = find(name) else {
            return Finding(grade: grade, thing: name, words: "not on the PATH; \(use) need it", fix: fix)
        }
        return Finding(grade: .good, thing: name, words: path)
    }

    private var engine: Finding {
        for name in ["docker", "podman"] {
            if let path = find(name) { return Finding(grade: .good, thing: name, words: path) }
        }
        return Finding(
            grade: .poor,
            thing: "docker",
            words: "neither docker nor podman is on the PATH; servers in images need one",
            fix: "install one of them, where you use such servers"
        )
    }

    private func find(_ name: String) -> String? {
        (environment["PATH"] ?? "").split(separator: ":").lazy.map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }

    // MARK: Home

    var homePath: String? {
        environment["OPENWORK_HOME"] ?? environment["HOME"].map { $0 + "/.openclaw-team" }
    }

    private var home: Finding {
        guard let path = homePath, path.hasPrefix("/") else {
            return Finding(
                grade: .bad,
                thing: "home",
                words: "there is none",
                fix: "set OPENWORK_HOME to an absolute path"
            )
        }
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            return Finding(grade: .good, thing: "home", words: "\(path) is not there yet; the daemon makes it")
        }
        guard facts.st_uid == geteuid() else {
            return Finding(
                grade: .bad,
                thing: "home",
                words: "\(path) belongs to another user",
                fix: "run the daemon as that user, or set OPENWORK_HOME"
            )
        }
        guard facts.st_mode & 0o077 == 0 else {
            return Finding(
                grade: .bad,
                thing: "home",
                words: "\(path) can be read by other users",
                fix: "chmod 700 \(path)"
            )
        }
        return Finding(grade: .good, thing: "home", words: path)
    }

    private var disk: Finding? {
        var facts = statvfs()
        let folder = homePath.flatMap { access($0, F_OK) == 0 ? $0 : nil } ?? environment["HOME"] ?? "/"
        guard statvfs(folder, &facts) == 0 else { return nil }
        let free = (UInt64(facts.f_bavail) * UInt64(facts.f_frsize)) >> 20
        let words = "\(free) MiB free at \(folder)"
        if free < 200 {
            return Finding(grade: .bad, thing: "disk", words: words, fix: "make room: installs need some 100 MiB each")
        }
        return Finding(
            grade: free < 1_024 ? .poor : .good,
            thing: "disk",
            words: words,
            fix: free < 1_024 ? "make room before you install more" : nil
        )
    }

    // MARK: Clock, network

    private var clock: Finding {
        // Seconds of the beginning of 2025: an earlier clock was never set, and certificates look as if not valid yet.
        guard time(nil) > 1_735_689_600 else {
            return Finding(
                grade: .bad,
                thing: "clock",
                words: "it shows a time long past",
                fix: "set it: certificates and log-ins depend on it"
            )
        }
        // What time services leave behind once they have heard from a server.
        let marks = ["/run/systemd/timesync/synchronized", "/var/lib/chrony/drift", "/var/lib/ntpsec/ntp.drift"]
        guard marks.contains(where: { access($0, F_OK) == 0 }) else {
            return Finding(
                grade: .poor,
                thing: "clock",
                words: "nothing seems to keep it in step",
                fix: "run a time service, such as systemd-timesyncd"
            )
        }
        return Finding(grade: .good, thing: "clock", words: "kept in step")
    }

    private var proxies: Finding {
        let names = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"]
        guard let name = names.first(where: { environment[$0]?.isEmpty == false }) else {
            return Finding(grade: .good, thing: "proxy", words: "none is set")
        }
        let spared = environment["NO_PROXY"] ?? environment["no_proxy"] ?? ""
        let isSpared = spared.contains("127.0.0.1") || spared.contains("localhost") || spared == "*"
        return Finding(
            grade: isSpared ? .good : .poor,
            thing: "proxy",
            words: "\(name) is set"
                + (isSpared ? ", and loopback is spared" : ", and NO_PROXY does not spare loopback"),
            fix: isSpared ? nil : "add localhost,127.0.0.1 to NO_PROXY"
        )
    }
}
