import JSON
@testable import Skills
import Testing

@Suite("What an answer says about limits")
struct RateReadingTests {
    private func reading(_ headers: [String: String], body: JSONValue? = nil) -> RateReading {
        RateReading(
            VendorAnswer(429, "", headers),
            body: body,
            places: [JSONPointer(tokens: ["retry_after"])],
            now: 1_767_225_600
        )
    }

    @Test(
        "names a pause in many ways",
        arguments: [
            (["Retry-After": "30"], nil, 30_000),
            (["Retry-After": "Thu, 01 Jan 2026 00:01:00 GMT"], nil, 60_000),
            // The vendor's own clock counts, whatever ours says.
            (["Retry-After": "Thu, 01 Jan 2026 01:00:05 GMT", "Date": "Thu, 01 Jan 2026 01:00:00 GMT"], nil, 5_000),
            (["Retry-After": "Wed, 31 Dec 2025 00:00:00 GMT"], nil, 0),
            (["Retry-After": "65"], ["retry_after": 64.571], 64_571),
            ([:], ["retry_after": "3"], 3_000),
            (["X-RateLimit-Reset-After": "1.25"], nil, 1_250),
            (["X-RateLimit-Reset": "1767225610.5"], nil, 10_500),
            (["X-RateLimit-Reset": "1767225610500"], nil, 10_500),
            (["RateLimit-Reset": "7"], nil, 7_000),
            (["RateLimit": "\"day\";r=9;t=500, \"hour\";r=0;t=20"], nil, 20_000),
            (["X-RateLimit-Reset": "Tue Feb 16 2021 09:02:42 GMT+0100 (Central European Standard Time)"], nil, nil),
            (["Retry-After": "soon"], nil, nil),
            (["Retry-After": "-5"], nil, nil),
            (["Retry-After": "999999999"], nil, 31_536_000_000),
            ([:], nil, nil),
        ] as [([String: String], JSONValue?, Int64?)]
    )
    func pauses(headers: [String: String], body: JSONValue?, milliseconds: Int64?) {
        #expect(reading(headers, body: body).pause == milliseconds.map { .milliseconds($0) })
    }

    @Test("knows shared and global limits")
    func buckets() {
        let shared = reading(["X-RateLimit-Bucket": "abc", "X-RateLimit-Remaining": "0"])
        #expect(shared.bucket == "abc")
        #expect(shared.remaining == 0)
        #expect(!shared.isGlobal)
        #expect(reading(["X-RateLimit-Global": "true"]).isGlobal)
        #expect(reading(["X-RateLimit-Scope": "global"]).isGlobal)
    }
}
