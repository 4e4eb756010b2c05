"""A server over standard streams with one tool, named after what is wrong with it: hung, crashing, flooding, dead."""

import json
import os
import sys
import threading
import time

mode = sys.argv[1]
lock = threading.Lock()


def send(message):
    with lock:
        sys.stdout.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        sys.stdout.flush()


def flood():
    note = {"jsonrpc": "2.0", "method": "notifications/message", "params": {"level": "info", "data": "x" * 200}}
    lines = (json.dumps(note) + "\n") * 50
    while True:
        with lock:
            sys.stdout.write(lines)
            sys.stdout.flush()


for line in sys.stdin:
    message = json.loads(line)
    method, id = message.get("method"), message.get("id")
    if method == "initialize":
        send({"id": id, "result": {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}, "logging": {}},
                                   "serverInfo": {"name": mode, "version": "1"}}})
        if mode == "flooding":
            threading.Timer(1, flood).start()
    elif method == "tools/list":
        send({"id": id, "result": {"tools": [{"name": mode, "inputSchema": {"type": "object"}}]}})
    elif method == "tools/call" and mode == "crashing":
        os._exit(11)
    elif method == "tools/call" and mode == "dead":
        text = "401 Unauthorized: the token was revoked"
        send({"id": id, "result": {"content": [{"type": "text", "text": text}], "isError": True}})
    elif method == "tools/call" and mode != "hung":
        send({"id": id, "result": {"content": [{"type": "text", "text": "well"}]}})
    elif method == "ping" or (method and method.startswith("logging/")):
        send({"id": id, "result": {}})
    elif id is not None and method != "tools/call":
        send({"id": id, "error": {"code": -32601, "message": "no such method"}})
os._exit(0)
