"""An agent, as far as these tests need one: it connects to the endpoint of a role, lists tools and calls one."""
import json
import urllib.request


class Agent:
    def __init__(self, url, role, token=None):
        self.address, self.session, self.token, self.number = f"{url}/mcp/{role}", None, token, 0
        hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "browser-test", "version": "1"}}
        self.ask("initialize", hello)
        self.ask("notifications/initialized", answers=False)

    def ask(self, method, params=None, answers=True):
        fields = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
        if self.session:
            fields |= {"Mcp-Session-Id": self.session, "MCP-Protocol-Version": "2025-06-18"}
        if self.token:
            fields["Authorization"] = f"Bearer {self.token}"
        self.number += 1
        message = {"jsonrpc": "2.0", "method": method, "params": params or {}, **({"id": self.number} if answers else {})}
        request = urllib.request.Request(self.address, json.dumps(message).encode(), fields)
        with urllib.request.urlopen(request, timeout=60) as answer:
            self.session = answer.headers.get("Mcp-Session-Id", self.session)
            text = answer.read().decode()
        if not answers:
            return None
        if not text.lstrip().startswith("{"):
            parts = [line[5:].strip() for line in text.splitlines() if line.startswith("data:")]
            text = next(part for part in parts if f'"id":{self.number}' in part.replace(" ", ""))
        return json.loads(text)

    def tools(self):
        return {tool["name"]: tool for tool in self.ask("tools/list")["result"]["tools"]}

    def call(self, name, **arguments):
        return self.ask("tools/call", {"name": name, "arguments": arguments})
