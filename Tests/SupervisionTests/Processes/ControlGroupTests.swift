import Glibc
import Testing

@testable import Supervision

@Suite("A control group")
struct ControlGroupTests {
    /// A hierarchy as the kernel shows one, made of ordinary files.
    private func system(in folder: String, own: String, controllers: String = "cpu memory pids") -> ControlGroup.System
    {
        mkdir("\(folder)/unit", 0o755)
        mkdir("\(folder)/unit/daemon", 0o755)
        write("\(controllers)\n", to: "\(folder)/unit/cgroup.controllers")
        write("", to: "\(folder)/unit/cgroup.subtree_control")
        write("", to: "\(folder)/unit/daemon/cgroup.procs")
        write(own, to: "\(folder)/own")
        return ControlGroup.System(mount: folder, own: "\(folder)/own")
    }

    @Test("is divided into one for each server, with the limits of each")
    func divided() async throws {
        try await withTemporaryFolder { folder in
            let group = try ControlGroup.open(system(in: folder, own: "0::/unit\n")).get()
            #expect(text(of: "\(folder)/unit/daemon/cgroup.procs") == "\(getpid())")
            #expect(text(of: "\(folder)/unit/cgroup.subtree_control") == "+memory +pids")
            let cell = try #require(group.cell(for: "git/hub", limits: ResourceLimits()))
            #expect(cell.path == "\(folder)/unit/server-git%2fhub-1")
            // In ordinary files nothing is there to be written into, and that is no fault.
            #expect(!cell.take(getpid()))
            cell.end()
            #expect(names(in: "\(folder)/unit").contains("server-git%2fhub-1") == false)
        }
    }

    @Test(
        "is not taken where it is none of ours, and the reason is told",
        arguments: [
            ("0::/\n", "cpu memory pids", "no control group was given to the daemon"),
            ("8:pids:/unit\n", "cpu memory pids", "this machine has no control groups of version 2"),
            ("0::/unit\n", "cpu", "its control group controls neither memory nor processes"),
        ]
    )
    func refused(own: String, controllers: String, reason: String) async throws {
        try await withTemporaryFolder { folder in
            guard case .failure(let refusal) = ControlGroup.open(system(in: folder, own: own, controllers: controllers))
            else {
                Issue.record("it was taken")
                return
            }
            #expect(refusal.description == reason)
        }
    }
}
