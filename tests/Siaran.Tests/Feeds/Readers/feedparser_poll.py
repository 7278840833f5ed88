"""Polls a feed twice and prints what feedparser made of it: feedparser_poll.py ADDRESS"""
import json
import sys

import feedparser

first = feedparser.parse(sys.argv[1])
second = feedparser.parse(sys.argv[1], etag=first.get("etag"), modified=first.get("modified"))
if first.bozo:
    raise first.bozo_exception
items = [{"id": e.id, "title": e.title, "date": e.published, "author": e.author} for e in first.entries]
print(json.dumps({"status": second.status, "items": items}))
