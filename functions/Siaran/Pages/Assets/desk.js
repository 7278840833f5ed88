// Beside each text field for Markdown: buttons that mark the selection, and paste from Word or the web turned into Markdown.
(() => {
  const marks = { strong: '**', b: '**', em: '*', i: '*' };
  const skipped = new Set(['script', 'style', 'head', 'meta', 'title', 'link', 'template', 'noscript', 'iframe', 'object', 'svg', 'img', 'o:p']);
  const blocks = /^(p|div|section|article|main|header|footer|figure|figcaption|h[1-6]|ul|ol|li|blockquote|table|tr|pre|hr)$/;

  const escaped = text => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<~]/g, '\\$&');
  const styleOf = node => (node.getAttribute('style') || '').toLowerCase();

  // What a word processor writes as a style is what others write as an element.
  const marksOf = (node, name) => {
    const style = styleOf(node);
    const bold = /font-weight:\s*(bold|[6-9]00)/.test(style) || (marks[name] === '**' && !/font-weight:\s*(normal|[1-5]00)/.test(style));
    const italic = /font-style:\s*italic/.test(style) || (marks[name] === '*' && !/font-style:\s*normal/.test(style));
    return (bold ? '**' : '') + (italic ? '*' : '');
  };

  const around = (text, mark) => {
    const inner = text.trim();
    return inner && mark ? text.replace(inner, () => mark + inner + [...mark].reverse().join('')) : text;
  };

  const inline = node => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const name = node.localName;
    if (skipped.has(name) || styleOf(node).includes('mso-list:ignore')) return '';
    if (name === 'br') return '\\\n';
    const text = [...node.childNodes].map(inline).join('');
    if (name === 'a' && /^(https?:|mailto:)/i.test(node.getAttribute('href') || '') && text.trim()) {
      return `[${text.trim()}](<${node.getAttribute('href').trim().replace(/[<>\s]/g, encodeURIComponent)}>)`;
    }
    return around(text, marksOf(node, name));
  };

  // What would begin a heading, a list or a quote at the start of a line is only text there.
  const line = text => text.trim().replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^([#\-+=>])/, '\\$1');
  const indented = (text, first, next) => first + text.replace(/\n/g, '\n' + next);

  const listOf = (node, ordered) =>
    [...node.children]
      .filter(item => item.localName === 'li')
      .map((item, at) => indented(blocksOf(item).join('\n'), ordered ? `${at + 1}. ` : '- ', ordered ? '   ' : '  '))
      .join('\n');

  const tableOf = node => {
    const rows = [...node.querySelectorAll('tr')].map(row => [...row.children].map(cell => inline(cell).replace(/\\\n|\|/g, ' ').trim()));
    if (!rows.length) return '';
    const written = rows.map(cells => `| ${cells.join(' | ')} |`);
    return [written[0], `|${' --- |'.repeat(rows[0].length)}`, ...written.slice(1)].join('\n');
  };

  const blockOf = node => {
    const name = node.localName;
    if (name === 'ul' || name === 'ol') return [listOf(node, name === 'ol')];
    if (name === 'table') return [tableOf(node)];
    if (name === 'hr') return ['***'];
    if (name === 'blockquote') return [indented(blocksOf(node).join('\n\n'), '> ', '> ')];
    if (/^h[1-6]$/.test(name)) return ['## ' + inline(node).replace(/\\\n/g, ' ').replace(/\*\*/g, '').trim()];
    if (/mso-list:\s*l\d/.test(styleOf(node))) return ['- ' + inline(node).trim()];
    return blocksOf(node);
  };

  const blocksOf = node => {
    const [found, words] = [[], []];
    const close = () => {
      const text = line(words.splice(0).join('').replace(/^(\\\n|\s)+|(\\\n|\s)+$/g, ''));
      if (text) found.push(text);
    };
    for (const child of node.childNodes) {
      const name = child.localName || '';
      if (skipped.has(name)) continue;
      const wraps = child.nodeType === Node.ELEMENT_NODE && (blocks.test(name) || child.querySelector('p, div, ul, ol, table, h1, h2, h3, blockquote'));
      if (!wraps) {
        words.push(inline(child));
        continue;
      }
      close();
      found.push(...blockOf(child).filter(Boolean));
    }
    close();
    return found;
  };

  const markdownOf = html =>
    blocksOf(new DOMParser().parseFromString(html, 'text/html').body)
      .reduce((text, block) => text + (text ? (/^- /.test(block) && /(^|\n)- [^\n]*$/.test(text) ? '\n' : '\n\n') : '') + block, '');

  const put = (area, text) => {
    area.focus();
    // So that the browser's own undo takes it back; where it does not know it, the text is put all the same.
    if (!document.execCommand('insertText', false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  };

  const acts = {
    Tebal: text => `**${text || 'tebal'}**`,
    Miring: text => `*${text || 'miring'}*`,
    Subjudul: text => `\n\n## ${text || 'Subjudul'}\n\n`,
    Butir: text => (text || 'butir').split('\n').map(one => `- ${one}`).join('\n'),
    Kutipan: text => (text || 'kutipan').split('\n').map(one => `> ${one}`).join('\n'),
    Tautan: text => `[${text || 'teks'}](https://)`,
  };

  for (const area of document.querySelectorAll('textarea[data-markdown]')) {
    const bar = document.createElement('div');
    bar.className = 'toolbar';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', 'Penanda teks');
    for (const [name, act] of Object.entries(acts)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.addEventListener('click', () => put(area, act(area.value.slice(area.selectionStart, area.selectionEnd))));
      bar.append(button);
    }
    area.before(bar);
    area.addEventListener('paste', event => {
      const html = event.clipboardData?.getData('text/html');
      const text = html && markdownOf(html);
      if (!text) return;
      event.preventDefault();
      put(area, text);
    });
  }
})();
