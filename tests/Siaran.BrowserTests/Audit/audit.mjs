// Looks at every kind of page of a running Siaran: pictures of them, the Nu validator, Lighthouse.
//   npm ci && node audit.mjs [all|fill|pictures|sheets|vnu|lighthouse] [ADDRESS] [FOLDER]
// `sheets` joins what `pictures` took for the documents of the project.
// Chromium is the machine's own (CHROME_PATH); the validator needs Java. What is not as it must be is printed, and the exit code is 1.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { joined } from './sheet.mjs';

const [what = 'all', site = 'http://127.0.0.1:7071', folder = path.join(tmpdir(), 'siaran-pages')] = process.argv.slice(2);
const chromium = (process.env.CHROME_PATH ??= '/usr/bin/chromium');
const require = createRequire(import.meta.url);
const key = 'local-function-key';
const least = { performance: 0.97, accessibility: 1, 'best-practices': 1, seo: 1 };
const faults = [];

const html = { headers: { accept: 'text/html' } };
const items = async () => (await (await fetch(`${site}/feeds/all.json`)).json()).items;
const bareOf = (item) => new URL(item.url).pathname.replace(/^\/(id|en)(?=\/)/, '').slice(1);

// Releases that the samples do not have: corrected, translated, withdrawn, with a picture from elsewhere. Only for the local host.
async function fill() {
  const post = async (text) => {
    const answer = await fetch(`${site}/releases`, { method: 'POST', body: text, headers: { 'x-functions-key': key, 'content-type': 'text/markdown' } });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  };
  const release = (id, headline, body, more = '') => `---\nid: ${id}\nagency: Dinas Perdagangan Nusa Jaya\nlabel: Siaran Pers\n${more}---\n\n# ${headline}\n\nBaruna (Siaran Pers) – ${body}\n`;
  const said = 'Pemerintah Kabupaten Teluk Jaya menggelar pasar murah di tiga kecamatan. Sebanyak 2.400 paket sembako disiapkan.\n\n“Harga beras turun 12 persen,” kata Kepala Dinas Perdagangan Siti Rahma.';
  await post(release('audit-pasar', 'Pasar Murah Digelar di Tiga Kecamatan', said));
  await post(release('audit-pasar', 'Pasar Murah Digelar di Tiga Kecamatan', said.replace('2.400', '2.600'), 'revision: minor\n'));
  await post(release('audit-market', 'Low-Price Market Opens in Three Districts', 'The regency opens a market in three districts. 2,600 parcels are ready.', 'language: en\ntranslationOf: audit-pasar\n'));
  await post(release('audit-keliru', 'Pasar Murah Ditunda', 'Pasar murah ditunda sepekan.'));
  await post(release('audit-keliru', 'Pasar Murah Ditunda', 'Pasar murah ditunda sepekan.', 'status: withdrawn\nwithdrawnReason: Jadwal tidak jadi diubah.\n'));
  await post(release('audit-foto', 'Jembatan Dilihat dari Udara', said.replaceAll('pasar murah', 'jembatan'), 'image: https://foto.example/jembatan.jpg\nimageAlt: Jembatan dari udara\n'));
}

// A page of each kind, by its name.
async function pages() {
  const all = await items();
  const find = (words) => bareOf(all.find((item) => words.test(item.title)) ?? all[0]);
  const release = find(/Tahap Kedua/);
  const tags = await (await fetch(`${site}/tags.json`)).json();
  const kind = tags.kinds[0];
  const named = (await (await fetch(`${site}/tags/${kind.kind}.json`)).json()).tags[0];
  return {
    front: '',
    release,
    corrected: find(/Pasar Murah Digelar/),
    revisions: `${find(/Pasar Murah Digelar/)}/revisions`,
    translation: find(/Low-Price Market/),
    picture: find(/Dilihat dari Udara/),
    archive: 'releases',
    month: `releases?month=${all[0].date_published.slice(0, 7)}`,
    search: 'search',
    found: 'search?q=nelayan',
    misspelt: 'search?q=nelyan',
    nothing: 'search?q=xylofon',
    feeds: 'feeds',
    subscribe: 'feeds/all',
    office: `feeds/${(await (await fetch(`${site}/feeds/index.opml`)).text()).match(/feeds\/(agency:[^."]*)/)[1]}`,
    tags: 'tags',
    kind: `tags/${kind.kind}`,
    tag: new URL(named.address).pathname.slice(1),
    missing: 'tidak/ada',
  };
}

const each = (all) => ['id', 'en'].flatMap((language) => Object.entries(all).map(([name, at]) => ({ name, language, address: `${site}/${language}/${at}` })));

async function pictures(all) {
  const { chromium: driver } = require('playwright-core');
  const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: width === 360 ? 740 : 900 } });
    const page = await context.newPage();
    for (const { name, language, address } of each(all)) {
      await page.goto(address);
      await page.screenshot({ path: path.join(folder, `${name}-${language}-${width}.png`), fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) faults.push(`${address} is ${wide} pixels wide on a screen of ${width}`);
    }
    await context.close();
  }
  await browser.close();
  console.log(`pictures: ${folder}`);
}

const shown = {
  id: { front: 'Beranda', release: 'Siaran', translation: 'Terjemahan', picture: 'Bergambar', revisions: 'Perubahan', archive: 'Arsip', found: 'Pencarian', misspelt: 'Salah eja', search: 'Cari', feeds: 'Langganan', subscribe: 'Cara berlangganan', tags: 'Yang dibahas', tag: 'Penanda', missing: 'Tidak ada' },
  en: { front: 'Front', release: 'Release', translation: 'Translation', picture: 'With a picture', revisions: 'Changes', archive: 'Archive', found: 'Search', misspelt: 'Misspelt', search: 'Search form', feeds: 'Feeds', subscribe: 'Subscribe', tags: 'Subjects', tag: 'Tag', missing: 'Not found' },
};

// The tops of the pages that matter most, joined for the documents.
async function sheets() {
  const { chromium: driver } = require('playwright-core');
  const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  const looks = [
    { width: 360, high: 760, columns: 7, scale: 0.62 },
    { width: 1280, high: 860, columns: 4, scale: 0.34 },
  ];
  for (const [language, titles] of Object.entries(shown)) {
    for (const look of looks) {
      const all = Object.entries(titles).map(([name, title]) => ({ file: path.join(folder, `${name}-${language}-${look.width}.png`), title }));
      const file = path.join(import.meta.dirname, `../../../docs/pictures/pages-${language}-${look.width}.jpg`);
      writeFileSync(file, await joined(page, all, look));
    }
  }
  await browser.close();
}

async function vnu(all) {
  const files = [];
  for (const { name, language, address } of each(all)) {
    const file = path.join(folder, `${name}-${language}.html`);
    writeFileSync(file, await (await fetch(address, html)).text());
    files.push(file);
  }
  const refused = await fetch(`${site}/releases`, { method: 'POST', body: 'x', headers: { ...html.headers, 'x-functions-key': key, 'content-type': 'text/markdown' } });
  files.push(path.join(folder, 'refused.html'));
  writeFileSync(files.at(-1), await refused.text());
  try {
    execFileSync('java', ['-jar', require.resolve('vnu-jar/build/dist/vnu.jar'), '--errors-only', ...files], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    console.log(`vnu: ${files.length} pages, 0 errors`);
  } catch (error) {
    faults.push(`vnu: ${error.stderr || error.message}`);
  }
}

function lighthouse(all) {
  const cli = require.resolve('lighthouse/cli/index.js');
  for (const name of ['release', 'front', 'tag', 'search', 'found']) {
    const out = execFileSync(
      process.execPath,
      [cli, `${site}/${all[name]}`, '--quiet', '--output=json', '--chrome-flags=--headless=new --no-sandbox --disable-gpu'],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const { categories, audits } = JSON.parse(out);
    const scores = Object.keys(least).map((id) => Math.round(categories[id].score * 100));
    console.log(`lighthouse ${name}: ${scores.join(' / ')}`);
    for (const [id, score] of Object.entries(least).filter(([id]) => categories[id].score < least[id])) {
      const low = categories[id].auditRefs.filter((ref) => ref.weight > 0 && audits[ref.id].score < 1).map((ref) => `${ref.id} ${audits[ref.id].displayValue ?? ''}`);
      faults.push(`lighthouse ${name}: ${id} is under ${score * 100}: ${low.join(', ')}`);
    }
  }
}

async function check(all) {
  for (const { name, address } of each(all)) {
    const { status } = await fetch(address, html);
    if (status !== (name === 'missing' ? 404 : 200)) faults.push(`${name}: ${address} is answered ${status}`);
  }
}

mkdirSync(folder, { recursive: true });
const asked = (part) => what === part || what === 'all';
if (asked('fill')) await fill();
const all = await pages();
await check(all);
if (asked('pictures')) await pictures(all);
if (what === 'sheets') await sheets();
if (asked('vnu')) await vnu(all);
if (asked('lighthouse')) lighthouse(all);
console.log(faults.join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
