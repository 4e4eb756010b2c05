"""A client on whatever SDK its interpreter has: lists, calls, follows progress, and prints what it saw as JSON.

Usage: client.py (sdk|fastmcp) (default|auto|legacy|sse) URL
"""

import asyncio
import json
import sys

kind, mode, url = sys.argv[1:4]
steps = []


async def progress(value, total=None, message=None):
    steps.append(value)


def text(result):
    return result.content[0].text


async def use(call):
    return {
        "echo": text(await call("echo", {"text": "zażółć ✓\n"}, None)),
        "query": text(await call("query", {"region": "eu zażółć", "limit": 3}, None)),
        "count": text(await call("count", {"to": 4}, progress)),
        "steps": steps,
        "big": len(text(await call("big", {"bytes": 200000}, None))),
        "many": sorted(
            [text(r) for r in await asyncio.gather(*[call("echo", {"n": n}, None) for n in range(30)])]
        )
        == sorted(f'{{"n":{n}}}' for n in range(30)),
    }


async def with_fastmcp():
    from fastmcp import Client

    options = {} if mode in ("default", "sse") else {"mode": mode}
    target = url
    if mode == "sse":
        from fastmcp.client.transports import SSETransport

        target = SSETransport(url)
    async with Client(target, **options) as client:
        tools = await client.list_tools()

        async def call(name, arguments, handler):
            return await client.call_tool(name, arguments, progress_handler=handler, raise_on_error=False)

        return {"tools": len(tools), **await use(call)}


async def with_sdk_2():
    from mcp import Client

    async with Client(url, mode=mode) as client:
        tools = (await client.list_tools()).tools

        async def call(name, arguments, handler):
            return await client.call_tool(name, arguments, progress_callback=handler)

        return {"tools": len(tools), "protocol": client.protocol_version, **await use(call)}


async def with_sessions():
    """The plain sessions of either SDK, over the transport of 2024-11-05 or over Streamable HTTP."""
    from mcp import ClientSession
    from mcp.client.sse import sse_client
    from mcp.types import ElicitResult

    def connect():
        if mode == "sse":
            return sse_client(url)
        from mcp.client.streamable_http import streamablehttp_client

        return streamablehttp_client(url)

    async def elicit(context, params):
        return ElicitResult(action="accept", content={"said": "yes"})

    async with connect() as (read, write, *_):
        async with ClientSession(read, write, elicitation_callback=elicit) as session:
            begun = await session.initialize()
            tools = (await session.list_tools()).tools

            async def call(name, arguments, handler):
                return await session.call_tool(name, arguments, progress_callback=handler)

            seen = {"tools": len(tools), "protocol": getattr(begun, "protocolVersion", None) or begun.protocol_version, **await use(call)}
            seen["ask"] = text(await session.call_tool("ask", {}))
            return seen


async def main():
    if kind == "fastmcp":
        return await with_fastmcp()
    if mode == "sse":
        return await with_sessions()
    try:
        from mcp import Client  # noqa: F401
    except ImportError:
        return await with_sessions()
    return await with_sdk_2()


print(json.dumps(asyncio.run(asyncio.wait_for(main(), 60))), flush=True)
