"""A client on whatever SDK its interpreter has: uses each server it is given, and prints what it saw as one line of JSON.

Usage: client.py (sdk|fastmcp) (default|auto|legacy) TARGET…
A target is the address of a server, or a JSON list with the command that starts one.
"""

import asyncio
import json
import sys

kind, mode = sys.argv[1:3]


def text(result):
    return result.content[0].text


def first(contents):
    return getattr(contents, "contents", contents)[0].text


def names(listed, member):
    return sorted(item.name for item in getattr(listed, member, listed))


async def use(session, version):
    return {
        "protocol": version,
        "tools": names(await session.list_tools(), "tools"),
        "prompts": names(await session.list_prompts(), "prompts"),
        "resources": names(await session.list_resources(), "resources"),
        "call": text(await session.call_tool("test_simple_text", {})),
        "read": first(await session.read_resource("test://static-text")),
        "prompt": (await session.get_prompt("test_simple_prompt")).messages[0].content.text,
    }


async def with_fastmcp(target):
    from fastmcp import Client
    from fastmcp.client.transports import StdioTransport

    if isinstance(target, list):
        target = StdioTransport(command=target[0], args=target[1:])
    options = {} if mode == "default" else {"mode": mode}
    async with Client(target, **options) as client:
        version = getattr(client, "protocol_version", None) or client.initialize_result.protocolVersion
        return await use(client, version)


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
    seen = []
    for target in sys.argv[3:]:
        try:
            seen.append(await asyncio.wait_for(play(json.loads(target) if target[0] == "[" else target), 60))
        except BaseException as error:
            causes = [repr(cause) for cause in getattr(error, "exceptions", [])]
            seen.append({"error": " ".join([repr(error), *causes])})
    return seen


print(json.dumps(asyncio.run(main())), flush=True)
