"""Prints the items in a newsboat cache: newsboat_items.py CACHE"""
import datetime
import json
import sqlite3
import sys

rows = sqlite3.connect(sys.argv[1]).execute("select guid, title, pubDate, author from rss_item where deleted = 0 order by pubDate desc")
utc = datetime.timezone.utc
print(json.dumps({"items": [{"id": g, "title": t, "date": datetime.datetime.fromtimestamp(d, utc).isoformat(), "author": a} for g, t, d, a in rows]}))
