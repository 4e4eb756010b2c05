import Gateway
import Testing

@Suite("Trace contexts")
struct TraceParentTests {
    private static let sample = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    @Test("a context is read and written back")
    func roundTrip() throws {
        let parent = try #require(TraceParent(Self.sample))
        #expect(parent.text == Self.sample && parent.isSampled)
    }

    @Test(
        "what is not valid is none",
        arguments: [
            "", "00", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        ]
    )
    func invalid(text: String) {
        #expect(TraceParent(text) == nil)
    }

    @Test("a later version may say more, which is left out")
    func later() {
        #expect(TraceParent("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more")?.text == Self.sample)
    }

    @Test("a child keeps trace and flags, and has a span of its own")
    func child() throws {
        var generator = SystemRandomNumberGenerator()
        let parent = try #require(TraceParent(Self.sample))
        let child = parent.child(using: &generator)
        #expect(child.trace == parent.trace && child.isSampled && child.span != parent.span)
        let own = TraceParent(using: &generator)
        #expect(TraceParent(own.text) == own && !own.isSampled)
    }
}
