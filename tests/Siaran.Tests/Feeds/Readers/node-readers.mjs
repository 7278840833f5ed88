// Polls a feed twice and prints what a reader made of it: node node-readers.mjs rss-parser|feedsmith ADDRESS
import { parseFeed, parseOpml } from "feedsmith";
import Parser from "rss-parser";

const [reader, address] = process.argv.slice(2);
const first = await fetch(address);
const text = await first.text();
const second = await fetch(address, {
  headers: { "If-None-Match": first.headers.get("etag"), "If-Modified-Since": first.headers.get("last-modified") ?? "" },
});

const items = {
  "rss-parser": async () =>
    (await new Parser().parseURL(address)).items.map((item) => ({
      id: item.guid ?? item.id, title: item.title, date: item.isoDate, author: item.creator ?? item.author,
    })),
  feedsmith: async () => {
    if (address.endsWith(".opml")) {
      return parseOpml(text).body.outlines.map((outline) => ({ title: outline.text }));
    }
    const { feed } = parseFeed(text);
    return (feed.items ?? feed.entries).map((item) => ({
      id: item.guid?.value ?? item.id,
      title: item.title?.value ?? item.title,
      date: item.pubDate ?? item.published ?? item.date_published,
      author: item.dc?.creators?.[0] ?? item.dc?.creator ?? item.authors?.[0]?.name,
    }));
  },
};

console.log(JSON.stringify({ status: second.status, items: await items[reader]() }));
