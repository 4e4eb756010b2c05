"""An MCP server that puts markup into everything it may fill: names, descriptions, schemas, answers, standard error."""
import json
import sys

NASTY = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>\"'><svg onload=window.owned=1>"


def answer(request):
    method = request.get("method")
    if method == "initialize":
        asked = request["params"]["protocolVersion"]
        return {"protocolVersion": asked, "capabilities": {"tools": {}}, "serverInfo": {"name": NASTY, "version": NASTY}}
    if method == "tools/list":
        schema = {"type": "object", "properties": {NASTY: {"type": "string", "description": NASTY, "enum": [NASTY]}}}
        hints = {"readOnlyHint": True, "title": NASTY}
        return {"tools": [{"name": "look_around", "description": NASTY, "inputSchema": schema, "annotations": hints}]}
    if method == "tools/call":
        return {"content": [{"type": "text", "text": NASTY}]}
    if method == "ping":
        return {}
    return None


def serve():
    for line in sys.stdin:
        print(NASTY, file=sys.stderr, flush=True)
        request = json.loads(line)
        if "id" not in request:
            continue
        result = answer(request)
        body = {"result": result} if result is not None else {"error": {"code": -32601, "message": NASTY}}
        print(json.dumps({"jsonrpc": "2.0", "id": request["id"], **body}), flush=True)


if __name__ == "__main__":
    serve()
