"""A small MCP server on an ephemeral loopback port, on whatever SDK its interpreter has; prints the port first.

Usage: server.py (sdk|fastmcp) (streamable|stateless|json|sse)
"""

import asyncio
import socket
import sys

import uvicorn

sdk, mode = sys.argv[1], sys.argv[2]

if sdk == "fastmcp":
    from fastmcp import Context, FastMCP

    server = FastMCP("interop")
else:
    try:
        from mcp.server.mcpserver import Context, MCPServer
    except ImportError:
        from mcp.server.fastmcp import Context
        from mcp.server.fastmcp import FastMCP as MCPServer

    server = MCPServer("interop")


@server.tool()
def add(a: int, b: int) -> int:
    """Adds two numbers."""
    return a + b


@server.tool()
def echo(text: str) -> str:
    """Gives back what it gets."""
    return text


@server.tool()
async def count(to: int, ctx: Context) -> str:
    """Counts aloud."""
    for step in range(1, to + 1):
        await ctx.report_progress(step, to)
    return f"counted to {to}"


@server.tool()
async def sleep(seconds: float) -> str:
    """Takes its time."""
    await asyncio.sleep(seconds)
    return "awake"


@server.tool()
def fail() -> str:
    """Never works."""
    raise ValueError("as promised")


if sdk == "fastmcp":
    app = {
        "streamable": lambda: server.http_app(transport="http"),
        "stateless": lambda: server.http_app(transport="http", stateless_http=True),
        "json": lambda: server.http_app(transport="http", json_response=True),
        "sse": lambda: server.http_app(transport="sse"),
    }[mode]()
else:
    stateless, json = mode == "stateless", mode == "json"
    try:
        app = (
            server.sse_app()
            if mode == "sse"
            else server.streamable_http_app(stateless_http=stateless, json_response=json)
        )
    except TypeError:
        server.settings.stateless_http = stateless
        server.settings.json_response = json
        app = server.sse_app() if mode == "sse" else server.streamable_http_app()

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(1024)
print(listener.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])
