"""An MCP server whose tool is described by the file beside it, so that a test can poison it; it tells when it changed."""
import json
import pathlib
import sys
import threading
import time

ABOUT = pathlib.Path(sys.argv[1])
lock = threading.Lock()


def say(message):
    with lock:
        print(json.dumps({"jsonrpc": "2.0", **message}), flush=True)


def watch():
    before = ABOUT.read_text()
    while True:
        time.sleep(0.1)
        now = ABOUT.read_text()
        if now != before:
            before = now
            say({"method": "notifications/tools/list_changed"})


def answer(request):
    method = request["method"]
    if method == "initialize":
        return {"protocolVersion": "2025-06-18", "capabilities": {"tools": {"listChanged": True}}, "serverInfo": {"name": "moody", "version": "1"}}
    if method == "tools/list":
        shape = {"type": "object", "properties": {"page": {"type": "string"}}}
        hints = {"readOnlyHint": True}
        return {"tools": [{"name": "read_page", "description": ABOUT.read_text(), "inputSchema": shape, "annotations": hints},
                          {"name": "whoami", "description": "Tells who asks.", "inputSchema": {"type": "object"}, "annotations": hints}]}
    if method == "tools/call":
        return {"content": [{"type": "text", "text": "a page"}]}
    return {} if method == "ping" else None


threading.Thread(target=watch, daemon=True).start()
for line in sys.stdin:
    request = json.loads(line)
    if "id" in request:
        result = answer(request)
        say({"id": request["id"], **({"result": result} if result is not None else {"error": {"code": -32601, "message": "no"}})})
