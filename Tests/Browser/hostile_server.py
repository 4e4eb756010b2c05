"""An MCP server that puts markup into everything it may fill: names, descriptions, schemas, answers, faults, resources,
prompts, log messages, progress, standard error."""
import json
import sys

NASTY = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>\"'><svg onload=window.owned=1>"


def answer(request):
    method = request.get("method")
    if method == "initialize":
        asked = request["params"]["protocolVersion"]
        can = {"tools": {"listChanged": True}, "resources": {}, "prompts": {}, "logging": {}}
        return {"protocolVersion": asked, "capabilities": can, "instructions": NASTY,
                "serverInfo": {"name": NASTY, "title": NASTY, "version": NASTY, "websiteUrl": "javascript:window.owned=1"}}
    if method == "tools/list":
        schema = {"type": "object", "title": NASTY, "properties": {NASTY: {"type": "string", "title": NASTY, "description": NASTY,
                  "enum": [NASTY], "default": NASTY, "pattern": NASTY, "examples": [NASTY]}}}
        out = {"type": "object", "properties": {NASTY: {"type": "string", "description": NASTY}}}
        hints = {"readOnlyHint": True, "title": NASTY}
        icons = [{"src": "javascript:window.owned=1", "mimeType": NASTY}]
        names = ["look_around", "fail_loudly", "fail_inside"]
        return {"tools": [{"name": name, "title": NASTY, "description": NASTY, "inputSchema": schema, "outputSchema": out,
                           "annotations": hints, "icons": icons} for name in names]}
    if method == "tools/call":
        if request["params"]["name"] == "fail_loudly":
            return None
        failed = request["params"]["name"] == "fail_inside"
        return {"content": [{"type": "text", "text": NASTY}, {"type": "resource_link", "uri": "javascript:window.owned=1", "name": NASTY}],
                "isError": failed, "structuredContent": {NASTY: NASTY}}
    if method == "resources/list":
        return {"resources": [{"uri": "file:///" + "x", "name": NASTY, "title": NASTY, "description": NASTY, "mimeType": NASTY}]}
    if method == "resources/templates/list":
        return {"resourceTemplates": [{"uriTemplate": "file:///{x}", "name": NASTY, "description": NASTY}]}
    if method == "prompts/list":
        return {"prompts": [{"name": NASTY, "description": NASTY, "arguments": [{"name": NASTY, "description": NASTY}]}]}
    if method in ("ping", "logging/setLevel"):
        return {}
    return None


def serve():
    for line in sys.stdin:
        print(NASTY, file=sys.stderr, flush=True)
        request = json.loads(line)
        if "id" not in request:
            continue
        if request["method"] == "tools/call":
            print(json.dumps({"jsonrpc": "2.0", "method": "notifications/message", "params": {"level": "error", "logger": NASTY, "data": NASTY}}), flush=True)
        result = answer(request)
        body = {"result": result} if result is not None else {"error": {"code": -32000, "message": NASTY, "data": {NASTY: NASTY}}}
        print(json.dumps({"jsonrpc": "2.0", "id": request["id"], **body}), flush=True)


if __name__ == "__main__":
    serve()
