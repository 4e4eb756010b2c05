import JSON
import Registry

/// A made-up integration of which everything is said, so that every check about entries has something to judge.
enum Specimen {
    /// The entry.
    static func entry() throws -> Integration { try Integration(json: try JSONValue(parsing: Array(text.utf8))) }

    private static let text = """
        { "id": "specimen", "name": "Specimen", "auth": "bearer",
          "description": "Keeps notes. Agents read and write them.",
          "configSchema": { "SPECIMEN_TOKEN": { "description": "Token.", "required": true, "secret": true } },
          "tools": [
            { "name": "who_am_i", "required": [], "optional": [], "readOnly": true },
            { "name": "add_note", "required": ["text"], "optional": ["folder"], "readOnly": false },
            { "name": "list_notes", "required": ["folder"], "optional": [], "readOnly": true }
          ],
          "probe": { "tool": "who_am_i", "expect": { "lacks": "Error" } },
          "authSignatures": [
            { "outcome": "credential_missing", "exitCode": 2, "body": { "contains": "SPECIMEN_TOKEN is not set" } },
            { "outcome": "credential_invalid", "body": { "contains": "Error: malformed" } },
            { "outcome": "credential_invalid", "body": { "contains": "Error: rejected" } },
            { "outcome": "credential_expired", "body": { "contains": "Error: ran out" } },
            { "outcome": "scope_insufficient", "body": { "contains": "Error: not allowed" } },
            { "outcome": "rate_limited", "body": { "contains": "Error: slow down" } },
            { "outcome": "vendor_error", "body": { "contains": "Error: out of order" } },
            { "outcome": "network_down", "body": { "contains": "Error: no route" } }
          ],
          "servers": [{
            "kind": "npm", "package": "specimen-mcp", "version": "1.0.0",
            "reactions": {
              "missing": { "when": "start", "how": "exit", "exitCode": 2, "text": "SPECIMEN_TOKEN is not set" },
              "malformed": { "when": "call", "how": "isError", "text": "Error: malformed", "listing": "complete" },
              "invalid": { "when": "call", "how": "isError", "text": "Error: rejected", "listing": "complete" },
              "expired": { "when": "call", "how": "isError", "text": "Error: ran out", "listing": "complete" },
              "scope": { "when": "call", "how": "result", "text": "Error: not allowed", "listing": "complete" },
              "rateLimited": { "when": "call", "how": "isError", "text": "Error: slow down", "listing": "complete" },
              "vendorError": { "when": "call", "how": "jsonrpc", "text": "Error: out of order", "listing": "complete" },
              "unreachable": { "when": "call", "how": "isError", "text": "Error: no route", "listing": "complete" },
              "unconstrained": { "when": "start", "how": "exit", "exitCode": 1, "text": "ImportError: FastMCP" }
            },
            "constraints": ["mcp<2"],
            "provenance": { "confidence": "source", "sources": ["made up"] }
          }],
          "provenance": { "confidence": "source", "sources": ["made up"] } }
        """
}
