import JSON
@testable import Skills
import Testing

@Suite("Finding the next page")
struct PageReaderTests {
    private static let items = JSONPointer(tokens: ["items"])
    private static let id = JSONPointer(tokens: ["id"])

    private func next(
        _ kind: Pagination.Kind,
        _ body: JSONValue,
        _ arguments: JSONObject = [:],
        link: String? = nil
    ) -> JSONValue? {
        PageReader(pagination: Pagination(kind: kind, argument: "page"), arguments: arguments)
            .next(body, VendorAnswer(200, "", link.map { ["Link": $0] } ?? [:]))
    }

    @Test(
        "by a cursor in the body",
        arguments: [("abc", "abc"), ("", nil), (nil, nil), (false, nil), (17, 17)] as [(JSONValue, JSONValue?)]
    )
    func cursor(value: JSONValue, expected: JSONValue?) {
        #expect(next(.cursor(Self.id), ["id": value]) == expected)
    }

    @Test(
        "by one parameter of a Link header",
        arguments: [
            (#"<https://a.example/x?page_token=t%2F2&x=1>; rel="next""#, "t/2"),
            (#"<https://a.example/x?page_token=1>; rel="prev", <https://a.example/x?page_token=3>; rel="next""#, "3"),
            (#"<https://evil.example/x?other=1>; rel=next"#, nil),
            ("garbage", nil), ("<", nil),
        ] as [(String, String?)]
    )
    func link(header: String, expected: String?) {
        #expect(next(.link(query: "page_token"), [:], link: header) == expected.map { .string($0) })
    }

    @Test("by numbers, as long as pages are full")
    func numbers() {
        let kind = Pagination.Kind.page(items: Self.items, size: .init(argument: "count", usual: 3))
        #expect(next(kind, ["items": [1, 2]], ["count": 2]) == 2)
        #expect(next(kind, ["items": [1, 2]], ["count": 2, "page": 4]) == 5)
        #expect(next(kind, ["items": [1, 2]]) == nil)
        #expect(next(kind, [:]) == nil)
    }

    @Test("by the last item, as long as pages are full")
    func last() {
        let kind = Pagination.Kind.last(items: Self.items, member: Self.id, size: .init(argument: nil, usual: 2))
        #expect(next(kind, ["items": [["id": "a"], ["id": "b"]]]) == "b")
        #expect(next(kind, ["items": [["id": "a"]]]) == nil)
    }
}
