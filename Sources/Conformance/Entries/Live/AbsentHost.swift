/// A server that cannot be started, in words that name the fix.
struct AbsentHost: ServerHost {
    let why: String

    func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome { .notStarted(why) }
}
