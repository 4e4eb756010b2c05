import Glibc

@testable import MCPConnection

/// True while a process with this id runs; a zombie does not.
func runs(_ pid: Int32) -> Bool {
    ProcessTable.entry(of: pid).map { !$0.isZombie } ?? false
}

/// Descriptors this process has open.
func openDescriptorCount() -> Int {
    guard let directory = opendir("/proc/self/fd") else { return 0 }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count
}

/// Short bounds, for tests that go through every step with the real clock.
let quickTeardown = TeardownBounds(
    afterInputClosed: .milliseconds(300),
    afterTerminate: .milliseconds(300),
    leftovers: .milliseconds(100),
    drain: .milliseconds(100)
)
