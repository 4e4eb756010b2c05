import Testing

@testable import Daemon

@Suite("HTML that is written here")
struct HTMLTextTests {
    @Test func `No text and no attribute becomes markup, whatever it carries`() {
        var page = HTMLText()
        page.element("p", ["title": "\"\u{301}><script>"], text: "<b>&'\u{338}")
        #expect(page.text == "<p title=\"&quot;\u{301}&gt;&lt;script&gt;\">&lt;b&gt;&amp;&#39;\u{338}</p>")
    }

    @Test func `An attribute of nil is left out, and an empty one has no value`() {
        var page = HTMLText()
        page.void("input", ["disabled": "", "title": nil])
        #expect(page.text == "<input disabled>")
    }
}
