import Foundation
import Glibc
import JSON
import Testing

@Suite("openwork-conform run --url", .timeLimit(.minutes(2)))
struct RunByAddressTests {
    @Test("a server that is not there leaves all incomplete, and says what to do", .timeLimit(.minutes(1)))
    func nobody() async throws {
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--url", "http://127.0.0.1:1/mcp", "--timeout", "5", "--format", "json"],
            in: TemporaryFolder()
        )
        #expect(run.code == 3)
        #expect(run.output.contains("Start the server, or check host and port"))
    }

    @Test(
        "a server that is no MCP server fails, in time",
        .timeLimit(.minutes(1)),
        arguments: [
            ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<hi>", 1, "is no MCP answer"),
            ("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", 3, "--bearer-env NAME"),
            ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 1, "Check the path of the address"),
            ("", 1, "no answer within"),
        ]
    )
    func foreign(response: String, code: Int, words: String) async throws {
        let server = try RawServer(answering: response)
        defer { server.stop() }
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--url", "http://127.0.0.1:\(server.port)/mcp", "--timeout", "3", "--format", "json"],
            in: TemporaryFolder()
        )
        #expect(Int(run.code) == code)
        #expect(run.output.contains(words), "\(run.output.prefix(2000))")
        #expect(try run.json["wallSeconds"]?.doubleValue ?? 99 < 40)
    }

    @Test("TLS to a port without it is named, with the fix", .timeLimit(.minutes(1)))
    func tls() async throws {
        let server = try RawServer(answering: "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        defer { server.stop() }
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--url", "https://127.0.0.1:\(server.port)/mcp", "--timeout", "5", "--format", "json"],
            in: TemporaryFolder()
        )
        #expect(run.code == 3)
        #expect(run.output.contains("Check that the port speaks TLS"), "\(run.output.prefix(1000))")
    }

    @Test("a token is sent, and is nowhere in the report", .timeLimit(.minutes(1)))
    func token() async throws {
        let server = try RawServer(answering: "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
        defer { server.stop() }
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--url", "http://127.0.0.1:\(server.port)/mcp", "--timeout", "3", "--bearer-env", "TOKEN"],
            environment: ["TOKEN": "s3cret-token"],
            in: TemporaryFolder()
        )
        #expect(run.code == 3)
        #expect(!(run.output + run.errors).contains("s3cret"))
        #expect(run.output.contains("What was given is refused"))
    }

    @Test(
        "wrong usage is named with the fix",
        arguments: [
            (["--url", "127.0.0.1:3000"], "as in --url http://127.0.0.1:3000/mcp"),
            (["--url", "http://a/", "--mock"], "exclude each other"),
            (["--url", "http://a/", "--env", "A=b"], "an address is not started"),
            (["--mock", "--header", "A: b"], "--header is for --url"),
            (["--url", "http://a/", "--header", "nothing"], "write a name, a colon and a value"),
            (["--url", "http://a/", "--bearer-env", "NOT_SET_ANYWHERE"], "export it first"),
        ]
    )
    func usage(arguments: [String], words: String) async throws {
        let run = try await ToolRun.of("openwork-conform", ["run"] + arguments, in: TemporaryFolder())
        #expect(run.code == 64)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test("list --coverage prints the table and the totals", arguments: ["pretty", "json", "markdown"])
    func coverage(format: String) async throws {
        let run = try await ToolRun.of(
            "openwork-conform",
            ["list", "--coverage", "--format", format],
            in: TemporaryFolder()
        )
        #expect(run.code == 0)
        #expect(run.output.contains("BASE-JSONRPC"))
        #expect(run.output.contains("excused"))
    }
}
