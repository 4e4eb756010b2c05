import Gateway
import MCP
import Testing

@Suite("The integrations of a role", .timeLimit(.minutes(1)))
struct RoleUpstreamsTests {
    private func upstreams(_ members: Set<String>) -> (SessionUpstreams, RoleUpstreams) {
        let all = SessionUpstreams(clock: ContinuousClock())
        for id in ["github", "jira", "slack"] { _ = all.session(of: id) }
        return (all, RoleUpstreams(all, members: members))
    }

    @Test("are its members of all, and none is reached beside them")
    func members() async {
        let (_, role) = upstreams(["github", "jira"])
        #expect(Set(role.offers().map(\.integration)) == ["github", "jira"])
        let request = UpstreamRequest(
            "tools/call",
            of: "slack",
            params: [:],
            timeLimit: .seconds(1),
            caller: UpstreamCaller(conversation: "test")
        )
        #expect(await role.perform(request) == .absent("does not belong to this role any more"))
    }

    @Test("tell what happens to them, and that there are others, and nothing of those that are not the role's")
    func changes() async {
        let (_, role) = upstreams(["github"])
        var changes = role.changes().makeAsyncIterator()
        role.take(.offer(integration: "slack"))
        role.take(.offer(integration: "github"))
        #expect(await changes.next() == .offer(integration: "github"))
        role.set(["github"])
        role.set(["github", "slack"])
        #expect(await changes.next() == .offer(integration: ""))
        role.take(.offer(integration: "slack"))
        #expect(await changes.next() == .offer(integration: "slack"))
    }
}
