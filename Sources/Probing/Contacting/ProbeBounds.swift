package import Health
package import MCP
package import MCPConnection

/// The longest each step of a contact may take, and the most a server may show.
package struct ProbeBounds: Sendable, Hashable {
    /// For the session; its request bound counts only for what has none of its own.
    package var session: ClientBounds
    /// For each page of the list.
    package var list: Duration
    /// For the credential probe; retrying inside the server does not extend it.
    package var probe: Duration
    /// For everything together, from the start to the answer of the probe; ending the server comes on top.
    package var contact: Duration
    /// For each step of ending a process.
    package var teardown: TeardownBounds
    /// Pages of a list.
    package var pageLimit: Int
    /// Tools of a server.
    package var toolLimit: Int
    /// What is held of a server's output.
    package var channel: ChannelLimits

    /// Bounds that leave room for servers that take long to start.
    package init(_ policy: HealthPolicy = HealthPolicy()) {
        session = ClientBounds(start: policy.startTimeLimit)
        list = .seconds(15)
        probe = policy.probeTimeLimit
        contact = policy.startTimeLimit + policy.probeTimeLimit + .seconds(20)
        teardown = TeardownBounds()
        pageLimit = 100
        toolLimit = 2_000
        channel = ChannelLimits()
    }
    /// For everything together with this subject, whose own probe may take longer than others.
    package func contact(with subject: ProbeSubject) -> Duration {
        contact + max(.zero, (subject.probe?.timeLimit ?? probe) - probe)
    }
}
