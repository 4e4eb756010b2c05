@testable import Gateway
import Testing

@Suite("Templates of resources")
struct ResourceTemplatePatternTests {
    @Test(
        "tell which URIs can come from them",
        arguments: [
            ("test://template/{id}/data", "test://template/123/data", true),
            ("test://template/{id}/data", "test://template//data", false),
            ("test://template/{id}/data", "test://template/1/2/data", false),
            ("file:///{+path}", "file:///a/b/c", true), ("file:///{+path}", "file:///", true),
            ("a{x}a{y}a", "aXaYa", true), ("a{x}a{y}a", "aXYa", false), ("a{x}b", "aXbb", true),
            ("db://{table}{?limit}", "db://users?limit=3", true), ("plain", "plain", true), ("plain", "plains", false),
            ("", "", true), ("{", "{", true),
        ]
    )
    func matches(template: String, uri: String, isMatch: Bool) {
        #expect(ResourceTemplatePattern(template).matches(uri) == isMatch)
    }

    @Test("take no long time, whatever they are")
    func hostile() {
        let template = String(repeating: "{+a}", count: 50) + "!"
        #expect(!ResourceTemplatePattern(template).matches(String(repeating: "a", count: 2_000)))
    }
}
