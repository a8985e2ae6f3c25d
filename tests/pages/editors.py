"""What an editor's browser does with a form: what it would send as it stands, and sending it with changes."""

import re
from html import unescape

import httpx2
from starlette.testclient import TestClient


def fields_of(page: str, action: str) -> dict[str, list[str]]:
    """What the form with this action would send as it stands."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.DOTALL)
    assert form, f"no form sends to {action}"
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form[1]):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and (('type="radio"' not in tag and 'type="checkbox"' not in tag) or " checked" in tag):
            sent.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    for name, value in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', form[1]):
        sent.setdefault(name, []).append(unescape(value))
    return sent


def send(client: TestClient, address: str, **changed: str | list[str]) -> httpx2.Response:
    """Open the form at the address, change some fields, send it."""
    sent = fields_of(client.get(address).text, address)
    return client.post(address, data=sent | changed)
