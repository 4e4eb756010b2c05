import JSON
import Testing

@Suite struct JSONPlacesTests {
    private static let text = """
        {
          "a": 1, "b": [true,
            {"c\\n": "x"}, []],
          "ä": {"d": null}
        }
        """

    @Test(
        "finds the key of a member and the start of an element",
        arguments: [
            ("", 1, 1), ("/a", 2, 3), ("/b", 2, 11), ("/b/0", 2, 17), ("/b/1", 3, 5), ("/b/1/c\n", 3, 6),
            ("/b/2", 3, 19), ("/ä", 4, 3), ("/ä/d", 4, 10),
        ]
    )
    func places(pointer: String, line: Int, column: Int) throws {
        let places = JSONPlaces(of: Array(Self.text.utf8))
        #expect(places.place(of: try JSONPointer(parsing: pointer)) == .init(line: line, column: column))
    }

    @Test(
        "finds what is around something that is missing",
        arguments: [("/a/x/y", 2, 3), ("/b/7", 2, 11), ("/z", 1, 1)]
    )
    func missing(pointer: String, line: Int, column: Int) throws {
        let places = JSONPlaces(of: Array(Self.text.utf8))
        #expect(places.place(of: try JSONPointer(parsing: pointer)) == .init(line: line, column: column))
    }

    @Test("knows the lines of a text that is not JSON", arguments: [(0, 1, 1), (4, 2, 3), (5, 2, 4)])
    func bytes(offset: Int, line: Int, column: Int) {
        let places = JSONPlaces(of: Array("{\n  !\n".utf8))
        #expect(places.place(ofByte: offset) == .init(line: line, column: column))
    }
}
