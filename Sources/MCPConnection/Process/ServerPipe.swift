import Glibc

/// One of a server's three pipes: the end it gets, and the end we keep.
struct ServerPipe: Sendable {
    let ours: Int32
    let theirs: Int32

    /// - Throws: `LaunchError` when no descriptors are left; nothing stays open then.
    static func three(for executable: String) throws(LaunchError) -> [ServerPipe] {
        var pipes: [ServerPipe] = []
        do throws(ResourceShortage) {
            let input = try Pipe()
            pipes.append(ServerPipe(ours: input.writeEnd, theirs: input.readEnd))
            for _ in 0..<2 {
                let output = try Pipe()
                pipes.append(ServerPipe(ours: output.readEnd, theirs: output.writeEnd))
            }
            return pipes
        } catch {
            for pipe in pipes {
                close(pipe.ours)
                close(pipe.theirs)
            }
            throw LaunchError(.outOfResources, executable: executable, errno: error.errno)
        }
    }
}
