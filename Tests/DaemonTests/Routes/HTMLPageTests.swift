import Testing

@testable import Daemon

@Suite("Pages that say how something ended")
struct HTMLPageTests {
    @Test func `Whatever a vendor says of a log-in stays text`() {
        let page = HTMLPage(title: "It <i>failed</i>", sentences: ["\"\u{301}><script>alert(1)</script>"])
        #expect(page.text.contains("<h1>It &lt;i&gt;failed&lt;/i&gt;</h1>"))
        #expect(page.text.contains("<p>&quot;\u{301}&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>"))
        #expect(!page.text.contains("<script"))
    }
}
