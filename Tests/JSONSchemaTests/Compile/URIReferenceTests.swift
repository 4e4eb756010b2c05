import Testing

@testable import JSONSchema

@Suite struct URIReferenceTests {
    /// The examples of RFC 3986, 5.4, in our own selection.
    @Test(
        "resolves against http://a/b/c/d;p?q",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("#s", "http://a/b/c/d;p?q#s"),
            ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("g.", "http://a/b/c/g."),
            ("g;x=1/../y", "http://a/b/c/y"),
        ]
    )
    func resolving(reference: String, target: String) {
        let base = URIReference("http://a/b/c/d;p?q")
        #expect(base.resolving(URIReference(reference)).text == target)
    }

    @Test("resolves against names without hierarchy, and against nothing")
    func opaque() {
        #expect(URIReference("urn:a:b").resolving(URIReference("#x")).text == "urn:a:b#x")
        #expect(URIReference("").resolving(URIReference("a/b#c")).text == "a/b#c")
        #expect(URIReference("http://a").resolving(URIReference("b")).text == "http://a/b")
    }

    @Test("decodes fragments, and refuses broken escapes")
    func fragments() {
        #expect(URIReference("#/a%25b%C3%A9").decodedFragment == "/a%bé")
        #expect(URIReference("#%2").decodedFragment == nil)
        #expect(URIReference("#%+1").decodedFragment == nil)
        #expect(URIReference("#%FF").decodedFragment == nil)
        #expect(URIReference("a").decodedFragment == "")
    }
}
