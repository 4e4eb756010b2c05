import ClientFiles
import Registry
import Testing

@Suite("A command line")
struct LaunchedPackageTests {
    @Test(
        "tells which package it runs",
        arguments: [
            ("npx -y @scope/p@1.2.3 --flag", ServerKind.npm, "@scope/p", "1.2.3"),
            ("npx --yes p@latest", .npm, "p", nil), ("npx -p @scope/p tool", .npm, "@scope/p", nil),
            ("pnpm dlx p", .npm, "p", nil), ("bunx p", .npm, "p", nil), ("npm exec -- p", .npm, "p", nil),
            ("cmd /c npx -y p", .npm, "p", nil), ("env A=b npx p", .npm, "p", nil),
            ("uvx mcp-x==1.0", .pypi, "mcp-x", "1.0"), ("uvx --from mcp-x[cli]@2 tool", .pypi, "mcp-x", "2"),
            ("uv tool run mcp-x", .pypi, "mcp-x", nil), ("pipx run --spec mcp-x tool", .pypi, "mcp-x", nil),
            ("python3 -m mcp_x", .pypi, "mcp-x", nil),
            ("docker run -i --rm -e A -e B=c ghcr.io/o/i:v1 stdio", .oci, "ghcr.io/o/i", "v1"),
            ("docker run host:5000/o/i", .oci, "host:5000/o/i", nil),
            ("/usr/local/bin/npx.cmd p", .npm, "p", nil),
        ] as [(String, ServerKind, String, String?)]
    )
    func package(_ line: String, _ kind: ServerKind, _ name: String, _ version: String?) {
        let words = line.split(separator: " ").map(String.init)
        let package = LaunchedPackage(words[0], Array(words.dropFirst()))
        #expect(package.kind == kind)
        #expect(package.name == name)
        #expect(package.version == version)
    }

    @Test("of an unknown kind is the program")
    func program() {
        let package = LaunchedPackage("/opt/x/mcp-thing.exe", ["--a", "b"])
        #expect(package.kind == nil)
        #expect(package.name == "mcp-thing")
        #expect(package.arguments == ["--a", "b"])
    }

    @Test("keeps what follows the package, and variables that it sets")
    func rest() {
        let package = LaunchedPackage("docker", ["run", "-i", "-e", "A=b", "image", "stdio"])
        #expect(package.arguments == ["stdio"])
        #expect(package.environment == ["A": "b"])
    }
}
