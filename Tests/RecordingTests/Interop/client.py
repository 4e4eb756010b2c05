"""The official SDK as a client of a replay: lists and calls, and prints what it saw as JSON.

Usage: client.py (stdio COMMAND ARG… | http URL)
"""

import asyncio
import json
import sys

steps = []


async def progress(value, total=None, message=None):
    steps.append(value)


async def use(session, version):
    tools = (await session.list_tools()).tools
    text = await session.call_tool("test_simple_text", {})
    slow = await session.call_tool("test_tool_with_progress", {}, progress_callback=progress)
    failed = await session.call_tool("test_error_handling", {})
    try:
        unknown = await session.call_tool("test_simple_text", {"never": "recorded"})
        refused = unknown.content[0].text
    except Exception as error:
        refused = str(error)
    is_error = getattr(failed, "isError", None)
    if is_error is None:
        is_error = failed.is_error
    print(
        json.dumps(
            {
                "protocol": version,
                "tools": len(tools),
                "text": text.content[0].text,
                "slow": slow.content[0].text,
                "steps": steps,
                "isError": is_error,
                "refused": refused,
            }
        )
    )


async def main():
    from mcp import ClientSession

    if sys.argv[1] == "stdio":
        from mcp.client.stdio import StdioServerParameters, stdio_client

        transport = stdio_client(StdioServerParameters(command=sys.argv[2], args=sys.argv[3:]))
    else:
        try:
            from mcp.client.streamable_http import streamablehttp_client as connect
        except ImportError:
            from mcp.client.streamable_http import streamable_http_client as connect
        transport = connect(sys.argv[2])
    async with transport as streams:
        async with ClientSession(streams[0], streams[1]) as session:
            begun = await session.initialize()
            version = getattr(begun, "protocolVersion", None) or begun.protocol_version
            await use(session, version)


asyncio.run(main())
