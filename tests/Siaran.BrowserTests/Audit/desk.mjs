// Goes through every screen of the editors' desk of a running local host as people do, from an empty desk to releases that are out,
// scheduled and withdrawn: pictures of them, the joined ones of the documents and of the guide, their bytes and milliseconds.
//   npm ci && node desk.mjs [all|screens|measure|sheets] [ADDRESS] [FOLDER]
// `all` takes pictures in light colours and joins them, `screens` in light and dark and joins none, `measure` takes none;
// `sheets` only joins what `all` took. The host begins with empty storage and without samples (Samples__Folder=), and is given time
// (Collect__Patience=00:02:00) on a busy machine. Chromium is the machine's own (CHROME_PATH).
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { inlined, joined, jpeg } from './sheet.mjs';

const [what = 'all', site = 'http://127.0.0.1:7071', folder = path.join(tmpdir(), 'siaran-desk')] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const [key, master] = ['local-function-key', 'local-master-key'];
const colours = what === 'screens' ? ['light', 'dark'] : ['light'];
const looks = [360, 1280].flatMap((width) => colours.map((scheme) => ({ width, scheme })));
const root = path.join(import.meta.dirname, '../../..');
const seen = [];
const shown = {
  list: 'Daftar',
  new: 'Tulis',
  check: 'Periksa',
  preview: 'Pratinjau',
  'when-odd': 'Waktu',
  release: 'Rilis',
  conflict: 'Dua sekaligus',
  stale: 'Perbaikan yang terlambat',
  review: 'Persetujuan',
  'mend-0': 'Perlu diperbaiki',
  'withdraw-found': 'Penarikan',
  history: 'Riwayat',
  replies: 'Balasan',
  tags: 'Tanda',
};

const body = `Baruna – Bupati Teluk Jaya, Siti Rahma, membuka pasar murah di tiga kecamatan, Senin, 2 Maret 2026. Sebanyak 2.400 paket sembako disiapkan bagi warga.

“Harga beras turun 12 persen,” kata Siti Rahma di Kecamatan Baruna.

## Jadwal

- Kecamatan Baruna, sampai Rabu
- Kecamatan Lengan, sampai Jumat

Dinas Perdagangan menyiapkan bus gratis bagi warga lanjut usia.`;

const others = {
  bridge: 'Lengan – Gubernur Nusa Jaya, Hamdan Lesmata, membuka Jembatan Lengan, Selasa, 3 Maret 2026. Jembatan sepanjang 240 meter itu menghubungkan dua kecamatan.\n\nPekerjaan selesai dua bulan lebih cepat daripada rencana.',
  vaccine: 'Baruna – Sebanyak 1.200 dosis vaksin campak tiba di gudang farmasi, Rabu, 4 Maret 2026. Puskesmas mulai menyuntik anak sekolah pekan depan.\n\nOrang tua diminta membawa buku imunisasi.',
  clinic: 'Lengan – Posyandu keliling kembali mendatangi sembilan desa pesisir mulai Kamis, 5 Maret 2026. Kapal kesehatan membawa dua bidan dan seorang dokter gigi.',
  bus: 'Baruna – Lansia naik bus kota tanpa ongkos mulai 1 April 2026. Cukup menunjukkan KTP kepada kondektur.\n\nDinas Perhubungan menambah enam halte.',
  fair: 'Baruna – Pasar malam tahun baru digelar di alun-alun kota. Panggung musik, kuliner, dan pameran UMKM buka sejak petang hingga tengah malam.',
};

async function must(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function register() {
  const people = ['sari', 'budi', 'rina'].map((id) => ({ kind: 'identity', id, name: id, offices: ['humas', 'dinkes'] }));
  const digest = createHash('sha256').update(key).digest('hex');
  const offices = [
    { id: 'humas', name: 'Humas Nusa Jaya', replies: true },
    { id: 'dinkes', name: 'Dinas Kesehatan Nusa Jaya', secondEyes: true },
  ];
  const holders = [...people, { kind: 'key', id: digest, name: 'Portal', offices: ['humas'] }];
  const headers = { 'x-functions-key': master, 'content-type': 'application/json' };
  await must(await fetch(`${site}/maintenance/offices`, { method: 'PUT', headers, body: JSON.stringify({ offices, holders }) }));
}

const upload = (text) =>
  fetch(`${site}/releases`, { method: 'POST', body: text, headers: { 'x-functions-key': key, 'content-type': 'text/markdown' } });

// Remembers the last screen that was answered.
function watched(page) {
  page.on('response', (answer) => {
    if (answer.request().isNavigationRequest() && answer.frame() === page.mainFrame() && answer.status() !== 303) page.last = answer;
  });
  return page;
}

// Someone with a browser of their own.
async function personOf(name) {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1280, height: 900 } });
  const page = watched(await context.newPage());
  await page.goto(`${site}/desk/sign-in`);
  if (name) await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  return page;
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const go = (page, at) => page.goto(site + at);
const pathOf = (page) => new URL(page.url()).pathname;

// The screen as it is now, in each look.
async function look(page, name) {
  await page.waitForLoadState('networkidle');
  await measure(page, name);
  if (what === 'measure') return;
  for (const { width, scheme } of looks) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: path.join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) console.log(`${name} is ${wide} pixels wide on a screen of ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

// The screen as the guide shows it: without what is further down.
async function guide(page, step) {
  if (what === 'measure') return;
  await page.setViewportSize({ width: 960, height: 597 });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `guide-${step}.png`) });
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function write(page, headline, text, office = 'humas') {
  await go(page, '/desk/new');
  await page.getByLabel('Kantor').selectOption(office);
  await page.getByLabel('Judul').fill(headline);
  await page.getByLabel('Isi', { exact: true }).fill(text);
  await press(page, 'Simpan naskah');
  return pathOf(page);
}

async function send(page, draft, at) {
  await go(page, `${draft}/when`);
  if (at) {
    await page.getByLabel('Pada waktu ini').check();
    await page.getByLabel('Tanggal').fill(at);
    await page.getByLabel('Jam').fill('09:30');
  }
  await press(page, 'Lanjut');
  await page.getByRole('button', { name: /^Ya, / }).click();
  return pathOf(page);
}

async function correct(page, release, note) {
  await go(page, release);
  await press(page, 'Perbaiki');
  const draft = pathOf(page);
  const isi = page.getByLabel('Isi', { exact: true });
  await isi.fill((await isi.inputValue()).replace(/2\.\d00/, note));
  await press(page, 'Simpan');
  return draft;
}

const photo = async () => {
  const page = await (await browser.newContext({ viewport: { width: 640, height: 400 } })).newPage();
  await page.setContent('<body style="margin:0;background:linear-gradient(#bde0ee 45%,#e8d9b5 45%)"><h1 style="padding:9rem 4rem;font:700 3rem sans-serif">Pasar murah</h1>');
  const buffer = await page.screenshot({ type: 'jpeg', quality: 80 });
  await page.context().close();
  return { name: 'pasar.jpg', mimeType: 'image/jpeg', buffer };
};

async function writing({ sari, budi }) {
  await look(await personOf(), 'sign-in');
  await go(budi, '/desk');
  await look(budi, 'list-empty');
  await go(budi, '/desk/new');
  await look(budi, 'new');
  await guide(budi, 'write');
  await press(budi, 'Baca berkas');
  await look(budi, 'new-nothing');
  await budi.getByLabel('Berkas naskah dan gambarnya').setInputFiles([
    { name: 'pasar-murah.md', mimeType: 'text/markdown', buffer: Buffer.from(`# Pasar Murah Digelar di Tiga Kecamatan\n\n${body}\n`) },
    await photo(),
  ]);
  await press(budi, 'Baca berkas');
  await budi.getByLabel('Kantor').selectOption('humas');
  await press(budi, 'Simpan');
  const draft = pathOf(budi);
  await look(budi, 'check');
  await guide(budi, 'check');
  await go(budi, `${draft}/preview`);
  await look(budi, 'preview');
  await guide(budi, 'preview');
  await press(budi, 'Buat tautan pratinjau');
  await look(budi, 'preview-shared');
  const link = await budi.locator('#link').inputValue();
  await press(budi, 'Cabut semua tautan');
  await look(budi, 'preview-ended');
  await go(sari, new URL(link).pathname);
  await look(sari, 'shared-ended');
  await go(budi, `${draft}/when`);
  await look(budi, 'when');
  await budi.getByLabel('Pada waktu ini').check();
  await budi.getByLabel('Tanggal').fill('2026-12-25');
  await budi.getByLabel('Jam').fill('22:30');
  await press(budi, 'Lanjut');
  await look(budi, 'when-odd');
  await guide(budi, 'when');
  const release = await send(budi, draft);
  await look(budi, 'release');
  return release;
}

async function conflicts({ sari, budi }, release) {
  const draft = await write(sari, 'Jembatan Lengan Dibuka', others.bridge);
  await go(budi, draft);
  await budi.getByLabel('Judul').fill('Jembatan Lengan Resmi Dibuka');
  await press(budi, 'Simpan');
  await sari.getByLabel('Judul').fill('Jembatan Lengan Dibuka Bupati');
  await sari.getByLabel('Tambah gambar atau PDF').setInputFiles([await photo()]);
  await press(sari, 'Simpan');
  await look(sari, 'conflict');
  await go(sari, draft);
  await go(budi, draft);
  await budi.getByText('Buang naskah ini').click();
  await press(budi, 'Ya, buang');
  await press(sari, 'Simpan');
  await look(sari, 'returned');

  const old = await correct(sari, release, '2.500');
  await look(sari, 'check-correction');
  await send(budi, await correct(budi, release, '2.600'));
  await go(budi, `${old}/when`);
  await look(budi, 'when-correction');
  await press(budi, 'Lanjut');
  await look(budi, 'when-correction-echo');
  await press(budi, 'Ya, terbitkan');
  await look(budi, 'stale');
  await go(budi, `${release}/history`);
  await look(budi, 'history');
  await go(budi, release);
  await look(budi, 'release-corrected');
}

async function eyes({ sari, budi }) {
  const draft = await write(sari, 'Vaksin Campak Tiba di Baruna', others.vaccine, 'dinkes');
  await press(sari, 'Simpan dan ajukan kepada rekan');
  await look(sari, 'review-submitted');
  await go(budi, draft);
  await budi.getByText('Kembalikan dengan catatan').click();
  await look(budi, 'review');
  await budi.getByLabel('Apa yang harus diubah').fill('Sebut jumlah dosis dan jadwal tiap puskesmas.');
  await press(budi, 'Kembalikan');
  await go(sari, draft);
  await look(sari, 'review-returned');
  await press(sari, 'Simpan dan ajukan kepada rekan');
  await go(budi, `${draft}/when`);
  await look(budi, 'when-unapproved');
  await go(budi, draft);
  await press(budi, 'Setujui');
  await go(budi, draft);
  await look(budi, 'review-approved');
  const release = await send(budi, draft);
  await go(budi, `${release}/tags`);
  await look(budi, 'tags-second-eyes');
  const waiting = await write(sari, 'Posyandu Keliling Kembali', others.clinic, 'dinkes');
  await go(sari, waiting);
  await press(sari, 'Simpan dan ajukan kepada rekan');
}

async function after({ budi, rina, wati }, release) {
  await go(budi, `${release}/tags`);
  await look(budi, 'tags');
  const page = watched(await budi.context().newPage());
  await go(page, release);
  await page.getByRole('link', { name: 'Halaman rilis' }).click();
  await look(page, 'reader');
  for (const [name, text] of [['Nina', 'Kapan giliran Kecamatan Lengan Barat?'], ['Bagus', 'Apakah warga luar daerah boleh ikut?']]) {
    await page.getByLabel('Nama').fill(name);
    await page.getByLabel('Surel').fill(`${name.toLowerCase()}@warga.example`);
    await page.getByLabel('Balasan', { exact: true }).fill(text);
    await press(page, 'Kirim balasan');
    if (name === 'Nina') await look(page, 'reader-thanks');
    await page.goBack();
  }
  await go(rina, '/desk/replies');
  await look(rina, 'replies');
  await guide(rina, 'replies');
  await press(rina, 'Muat balasan Nina');
  await go(rina, `/desk/replies?release=${release.split('/').at(-1)}`);
  await look(rina, 'replies-shown');
  await go(wati, '/desk');
  await look(wati, 'list-operator');
  await send(budi, await write(budi, 'Bus Gratis bagi Lansia', others.bus));
  const other = pathOf(budi);
  await go(budi, `${other}/withdraw`);
  await look(budi, 'withdraw');
  await budi.getByLabel('Alasan, untuk pembaca').fill('Jadwalnya keliru.');
  await budi.getByLabel('Kata dalam judulnya').fill('pasar');
  await press(budi, 'Cari');
  await look(budi, 'withdraw-found');
  await press(budi, 'Tarik rilis ini');
  await look(budi, 'release-withdrawn');
  await send(budi, await write(budi, 'Pasar Malam Tahun Baru', others.fair), '2026-12-28');
  await look(budi, 'release-scheduled');
}

async function mending({ budi, wati }) {
  await upload('---\npublishAt: 11/12/2026\ntitel: Pasar\n---\n\n# Tanggal yang Rancu\n\nIsi rilis ini cukup panjang.\n');
  await upload('');
  await go(budi, '/desk');
  await look(budi, 'list');
  for (const [at, link] of (await budi.locator('#perbaiki ~ ul a').evaluateAll((all) => all.map((one) => one.href))).entries()) {
    await budi.goto(link);
    await look(budi, `mend-${at}`);
    if (at === 0) {
      await press(budi, 'Jadikan naskah dan perbaiki');
      await look(budi, 'mend-pressed');
    }
  }
  await go(budi, '/desk/guide');
  await look(budi, 'guide');
  await go(budi, '/desk/drafts/tidak-ada');
  await look(budi, 'missing');
  await go(wati, '/desk/new');
  await look(wati, 'forbidden');
}

async function older({ sari, budi }) {
  for (let at = 0; at < 3; at++) {
    await go(sari, '/desk/new');
    const files = Array.from({ length: 20 }, (_, nth) => `Kabar Desa ${at * 20 + nth + 1}`);
    await sari.getByLabel('Berkas naskah dan gambarnya').setInputFiles(
      files.map((name) => ({ name: `${name}.md`, mimeType: 'text/markdown', buffer: Buffer.from(`# ${name}\n\nIsi ${name} bagi warga.\n\nLagi.`) })),
    );
    await press(sari, 'Baca berkas');
  }
  await go(budi, '/desk');
  await look(budi, 'list-full');
  await budi.getByRole('link', { name: 'Naskah yang lebih lama' }).click();
  await look(budi, 'list-older-drafts');
}

// Bytes of a screen, and milliseconds where it can be asked again: the fastest of some.
async function measure(page, name) {
  const bytes = (await page.last.body()).length;
  let fastest = Infinity;
  for (let tried = 0; tried < 5 && page.last.request().method() === 'GET'; tried++) {
    const from = performance.now();
    await (await page.request.get(page.url())).body();
    fastest = Math.min(fastest, performance.now() - from);
  }
  seen.push({ name, bytes, fastest });
}

function report() {
  for (const { name, bytes, fastest } of seen) {
    console.log(`${name.padEnd(24)} ${String(bytes).padStart(6)} bytes ${fastest === Infinity ? '' : `${fastest.toFixed(0).padStart(4)} ms`}`);
  }
  const [large, slow] = [Math.max(...seen.map((one) => one.bytes)), Math.max(...seen.map((one) => one.fastest).filter(Number.isFinite))];
  console.log(`${seen.length} screens, at most ${large} bytes and ${slow.toFixed(0)} ms`);
}

// The joined pictures of the documents: the tops of the screens that matter most, under their names.
async function sheets() {
  const page = await (await browser.newContext()).newPage();
  const kinds = [
    { width: 360, high: 760, columns: 7, scale: 0.62 },
    { width: 1280, high: 860, columns: 4, scale: 0.34 },
  ];
  for (const { width, high, columns, scale } of kinds) {
    const screens = Object.entries(shown).map(([name, title]) => ({ file: path.join(folder, `${name}-${width}-light.png`), title }));
    writeFileSync(path.join(root, `docs/pictures/desk-${width}.jpg`), await joined(page, screens, { width, high, columns, scale }));
  }
  for (const step of ['write', 'check', 'preview', 'when', 'replies']) {
    await page.setContent(`<style>body{margin:0}img{display:block}</style><img width="720" height="448" src="${inlined(path.join(folder, `guide-${step}.png`))}">`);
    await page.waitForFunction(() => document.images[0].complete);
    writeFileSync(path.join(root, `functions/Siaran/Pages/Assets/guide-${step}.jpg`), await jpeg(page.locator('img'), 32 * 1024));
  }
}

// From the first sign-in to a full list.
async function journey() {
  mkdirSync(folder, { recursive: true });
  await register();
  const people = {};
  for (const name of ['Sari', 'Budi', 'Rina', 'Wati']) people[name.toLowerCase()] = await personOf(name);
  const release = await writing(people);
  await conflicts(people, release);
  await eyes(people);
  await after(people, release);
  await mending(people);
  await older(people);
  report();
}

try {
  if (what !== 'sheets') await journey();
  if (what === 'all' || what === 'sheets') await sheets();
} finally {
  await browser.close();
}
