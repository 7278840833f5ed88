// <script src="…/assets/widget.js" data-release="ID" async></script> shows what is related to a release, or nothing.
// data-release: id, slug or address; without it the page's canonical address. data-limit: 1–10. data-lang: id, en. data-heading: 2–6.
(() => {
  const script = document.currentScript;
  const data = script.dataset;
  const wanted = data.release || document.querySelector('link[rel~=canonical]')?.href || '';
  const release = /^[\w-]+$/.test(wanted) ? wanted : /\/releases\/([\w-]+)/.exec(wanted)?.[1];
  const lang = /^en\b/i.test(data.lang || script.closest('[lang]')?.lang) ? 'en' : 'id';
  const limit = Math.min(10, Math.max(1, parseInt(data.limit) || 5));
  const level = Math.min(6, Math.max(2, parseInt(data.heading) || 2));
  const days = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const css = `
:host { display: block; margin: var(--siaran-margin, 1.5em 0); color: var(--siaran-color, inherit); background: var(--siaran-background, none); font: var(--siaran-font, inherit); padding: var(--siaran-padding, 0); border-radius: var(--siaran-radius, 0); }
h2, h3, h4, h5, h6 { margin: 0 0 .6em; font: var(--siaran-heading-font, inherit); font-size: var(--siaran-heading-size, 1.25em); font-weight: 700; line-height: 1.3; color: var(--siaran-heading-color, inherit); }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--siaran-column, 100%)), 1fr)); gap: 0 var(--siaran-gap, 1.5em); list-style: none; margin: 0; padding: 0; }
li { padding: .6em 0; border-top: 1px solid var(--siaran-line, currentColor); overflow-wrap: anywhere; }
a { color: var(--siaran-link, inherit); font-weight: var(--siaran-weight, 600); }
a:focus-visible { outline: 3px solid var(--siaran-focus, currentColor); outline-offset: 2px; }
p { margin: .25em 0 0; font-size: .875em; color: var(--siaran-muted, inherit); }`;

  const make = (name, text, language) => {
    const element = document.createElement(name);
    element.textContent = text;
    if (language) element.lang = language;
    return element;
  };

  const draw = list => {
    const items = list.related.filter(item => item.headline && /^https?:/.test(item.address)).slice(0, limit);
    if (!items.length) return;
    const host = make('div', '', lang);
    const nav = make('nav', '');
    const heading = make('h' + level, lang == 'en' ? 'Related news' : 'Berita Terkait');
    const lines = make('ul', '');
    lines.setAttribute('role', 'list');
    heading.id = 'siaran';
    nav.setAttribute('aria-labelledby', 'siaran');
    for (const item of items) {
      const line = make('li', '');
      const link = make('a', item.headline, item.language);
      link.href = item.address;
      link.rel = 'noopener';
      line.append(link, make('p', [item.agency, days.format(new Date(item.publishedAt.slice(0, 10)))].filter(Boolean).join(' · ')));
      if (item.reasons?.[0]) line.append(make('p', item.reasons[0], list.language));
      lines.append(line);
    }
    nav.append(heading, lines);
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(nav);
    script.after(host);
  };

  if (release) {
    fetch(new URL(`../releases/${release}/related?limit=${limit}`, script.src), { credentials: 'omit' })
      .then(answer => answer.ok && answer.json())
      .then(list => list && draw(list))
      .catch(() => {});
  }
})();
