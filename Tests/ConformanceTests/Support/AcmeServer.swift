import Foundation
import JSON
import MockVendors
import Registry

/// A small server in Python that asks its vendor, as a package, and the entry that describes it.
enum AcmeServer {
    /// What pip installs.
    static let package = PublishedPackage(
        "acme-mcp",
        "1.0.0",
        files: ["acme_mcp.py": source],
        programs: ["acme-mcp": "acme_mcp:main"]
    )

    /// What is said of it.
    static func entry(_ change: (inout Integration) -> Void = { _ in }) throws -> Integration {
        var entry = try Integration(json: try JSONValue(parsing: Array(text.utf8)))
        change(&entry)
        return entry
    }

    private static let text = """
        {
          "id": "acme", "name": "Acme", "description": "A sample.", "tier": "P2", "auth": "bearer",
          "configSchema": {
            "ACME_TOKEN": {"type": "string", "required": true, "secret": true, "description": "A token."},
            "ACME_COLOR": {"type": "string", "description": "A color."}
          },
          "servers": [{
            "kind": "pypi", "package": "acme-mcp", "version": "1.0.0", "apiBaseOverride": "ACME_URL",
            "reactions": {
              "missing": {"when": "call", "how": "isError", "text": "ACME_TOKEN is not set"},
              "invalid": {"when": "call", "how": "isError", "text": "HTTP 401"},
              "expired": {"when": "call", "how": "isError", "text": "HTTP 401"},
              "scope": {"when": "call", "how": "isError", "text": "HTTP 403"},
              "rateLimited": {"when": "call", "how": "silent"},
              "vendorError": {"when": "call", "how": "isError", "text": "HTTP 503"}
            }
          }],
          "tools": [{"name": "whoami", "required": [], "optional": [], "readOnly": true}],
          "probe": {"tool": "whoami", "expect": {"path": "/login", "exists": true}},
          "authSignatures": [
            {"outcome": "credential_missing", "isError": true, "body": {"contains": "is not set"}},
            {"outcome": "credential_invalid", "isError": true, "body": {"contains": "HTTP 401"}},
            {"outcome": "scope_insufficient", "isError": true, "body": {"contains": "HTTP 403"}},
            {"outcome": "vendor_error", "isError": true, "body": {"contains": "HTTP 503"}},
            {"outcome": "network_down", "isError": true, "body": {"contains": "no connection"}}
          ],
          "vendor": {
            "base": "https://api.acme.example",
            "credentialCheck": {
              "method": "GET", "path": "/me", "headers": {"Authorization": "Bearer ${ACME_TOKEN}"}
            },
            "success": {"status": 200, "body": {"login": "sample"}},
            "unauthorized": {"status": 401}, "expired": {"status": 401}, "forbidden": {"status": 403},
            "rateLimited": {"status": 429}, "unavailable": {"status": 503}
          },
          "provenance": {"confidence": "ran", "sources": ["https://acme.example"]}
        }
        """

    /// Like several real ones, it retries for ever when it is throttled.
    private static let source = """
        import json, os, sys, time, urllib.error, urllib.request

        def whoami():
            token = os.environ.get("ACME_TOKEN")
            if not token:
                return "ACME_TOKEN is not set", True
            address = os.environ.get("ACME_URL", "http://127.0.0.1:9") + "/me"
            request = urllib.request.Request(address, headers={"Authorization": "Bearer " + token})
            while True:
                try:
                    with urllib.request.urlopen(request, timeout=10) as answer:
                        return answer.read().decode(), False
                except urllib.error.HTTPError as error:
                    if error.code != 429:
                        return "HTTP %d" % error.code, True
                    time.sleep(0.05)
                except OSError:
                    return "no connection", True

        def answer(message):
            method, parameters = message["method"], message.get("params", {})
            if method == "initialize":
                return {"protocolVersion": parameters["protocolVersion"], "capabilities": {"tools": {}},
                        "serverInfo": {"name": "acme", "version": "1.0.0"}}
            if method == "tools/list":
                return {"tools": [{"name": "whoami", "inputSchema": {"type": "object"},
                                   "annotations": {"readOnlyHint": True}}]}
            if method == "tools/call" and parameters["name"] == "whoami":
                text, failed = whoami()
                return {"content": [{"type": "text", "text": text}], "isError": failed}
            return None

        def main():
            for line in sys.stdin:
                message = json.loads(line)
                if "id" not in message:
                    continue
                reply, result = {"jsonrpc": "2.0", "id": message["id"]}, answer(message)
                if result is None:
                    reply["error"] = {"code": -32601, "message": "unknown"}
                else:
                    reply["result"] = result
                print(json.dumps(reply), flush=True)
        """
}
