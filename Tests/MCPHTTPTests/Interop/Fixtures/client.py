"""A client on whatever SDK its interpreter has: lists, calls, follows progress, and prints what it saw as JSON.

Usage: client.py (sdk|fastmcp) (auto|legacy) URL
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

    options = {} if mode == "default" else {"mode": mode}
    async with Client(url, **options) as client:
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


async def with_sdk_1():
    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client
    from mcp.types import ElicitResult

    async def elicit(context, params):
        return ElicitResult(action="accept", content={"said": "yes"})

    async with streamablehttp_client(url) as (read, write, _):
        async with ClientSession(read, write, elicitation_callback=elicit) as session:
            begun = await session.initialize()
            tools = (await session.list_tools()).tools

            async def call(name, arguments, handler):
                return await session.call_tool(name, arguments, progress_callback=handler)

            seen = {"tools": len(tools), "protocol": begun.protocolVersion, **await use(call)}
            seen["ask"] = text(await session.call_tool("ask", {}))
            return seen


async def main():
    if kind == "fastmcp":
        return await with_fastmcp()
    try:
        from mcp import Client  # noqa: F401
    except ImportError:
        return await with_sdk_1()
    return await with_sdk_2()


print(json.dumps(asyncio.run(asyncio.wait_for(main(), 60))), flush=True)
