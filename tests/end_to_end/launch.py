"""Starts the bot as ``python -m bot`` does, with Discord at the addresses in the environment."""

from __future__ import annotations

import os
import runpy

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE = os.environ["SIMULATED_API"]
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["SIMULATED_GATEWAY"])
runpy.run_module("bot", run_name="__main__", alter_sys=True)
