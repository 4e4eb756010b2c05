import Foundation
import Testing

/// Runs `scripts/bootstrap` on a machine made of stand-ins: only the programs that the test provides are on PATH.
@Suite("Bootstrap names what is missing")
struct BootstrapTests {
    /// A folder of stand-in programs, each a line of shell.
    private func machine(_ programs: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bootstrap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, line) in programs {
            let file = folder.appendingPathComponent(name)
            try "#!/bin/bash\n\(line)\n".write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        for tool in ["bash", "sed", "sort", "head"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appendingPathComponent(tool),
                withDestinationURL: URL(fileURLWithPath: "/usr/bin/\(tool)")
            )
        }
        return folder
    }

    private func bootstrap(on machine: URL) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [Tree.root.appendingPathComponent("scripts/bootstrap").path]
        process.environment = ["PATH": machine.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try FileManager.default.removeItem(at: machine)
        return (process.terminationStatus, output)
    }

    private static let swift = "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'"

    @Test("a machine without Swift is told where to get it")
    func withoutSwift() throws {
        let answer = try bootstrap(on: machine([:]))
        #expect(answer.status == 1)
        #expect(answer.output.contains("no Swift toolchain on PATH"))
        #expect(answer.output.contains("https://www.swift.org/install/linux/"))
    }

    @Test("a toolchain that is too old is named with its version")
    func oldSwift() throws {
        let answer = try bootstrap(on: machine(["swift": "echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'"]))
        #expect(answer.status == 1)
        #expect(answer.output.contains("Swift 5.10.1 is too old"))
    }

    @Test("missing packages are installed as root, and only those")
    func installsWhatIsMissing() throws {
        let answer = try bootstrap(
            on: machine([
                "swift": Self.swift,
                "dpkg-query": #"case "${@: -1}" in libjson-c-dev) exit 1;; *) echo -n installed;; esac"#,
                "id": "echo 0",
                "apt-get": #"[ "$1" = update ] || echo "apt-get $*" >&2"#,
            ])
        )
        #expect(answer.status == 0)
        #expect(answer.output.contains("apt-get install -y -qq --no-install-recommends libjson-c-dev\n"))
    }

    @Test("without root and sudo, the command to ask for is printed")
    func withoutRoot() throws {
        let answer = try bootstrap(on: machine(["swift": Self.swift, "dpkg-query": "exit 1", "id": "echo 1000"]))
        #expect(answer.status == 1)
        #expect(answer.output.contains("ask for 'apt-get install libjson-c-dev"))
    }

    @Test("a machine that has everything is left alone, silently")
    func nothingMissing() throws {
        let answer = try bootstrap(on: machine(["swift": Self.swift, "dpkg-query": "echo -n installed"]))
        #expect(answer.status == 0)
        #expect(answer.output == "")
    }
}
