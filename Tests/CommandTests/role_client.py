"""A client on whatever SDK its interpreter has: lists and calls the tools of a role, and prints what it saw as JSON.

Usage: role_client.py (sdk|fastmcp) (default|auto|legacy) CALLS TARGET…
CALLS is a JSON list of [tool, arguments]. A target is the address of an endpoint, or a JSON list with the command that
starts a server.
"""

import asyncio
import json
import sys

kind, mode = sys.argv[1:3]
calls = json.loads(sys.argv[3])


async def use(session, version):
    listed = await session.list_tools()
    seen = {"protocol": version, "tools": sorted(tool.name for tool in getattr(listed, "tools", listed)), "calls": []}
    for tool, arguments in calls:
        result = await session.call_tool(tool, arguments)
        seen["calls"].append(result.content[0].text)
    # All at once: each answer has to reach its own call.
    results = await asyncio.gather(*(session.call_tool(tool, arguments) for tool, arguments in calls * 5))
    seen["together"] = [result.content[0].text for result in results]
    return seen


async def with_fastmcp(target):
    from fastmcp import Client
    from fastmcp.client.transports import StdioTransport

    if isinstance(target, list):
        target = StdioTransport(command=target[0], args=target[1:])
    options = {} if mode == "default" else {"mode": mode}
    async with Client(target, **options) as client:
        return await use(client, getattr(client, "protocol_version", None) or client.initialize_result.protocolVersion)


async def with_sdk_2(target):
    from mcp import Client, StdioServerParameters
    from mcp.client.stdio import stdio_client

    if isinstance(target, list):
        target = stdio_client(StdioServerParameters(command=target[0], args=target[1:]))
    async with Client(target, mode=mode) as client:
        return await use(client, client.protocol_version)


async def with_sdk_1(target):
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client
    from mcp.client.streamable_http import streamablehttp_client

    if isinstance(target, list):
        connection = stdio_client(StdioServerParameters(command=target[0], args=target[1:]))
    else:
        connection = streamablehttp_client(target)
    async with connection as (read, write, *_):
        async with ClientSession(read, write) as session:
            return await use(session, (await session.initialize()).protocolVersion)


async def main():
    if kind == "fastmcp":
        play = with_fastmcp
    else:
        play = with_sdk_1 if mode == "default" else with_sdk_2
    targets = [json.loads(target) if target.startswith("[") else target for target in sys.argv[4:]]
    print(json.dumps([await play(target) for target in targets]), flush=True)


asyncio.run(main())
