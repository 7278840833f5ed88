// Joined pictures for the documents: the tops of several pages or screens, each under its name.
import { readFileSync } from 'node:fs';

// A picture as JPEG, as good as it can be within so many bytes.
export async function jpeg(locator, most) {
  for (let quality = 84; ; quality -= 4) {
    const picture = await locator.screenshot({ type: 'jpeg', quality });
    if (picture.length <= most || quality < 30) return picture;
  }
}

export const inlined = (file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;

// `shown` has the file and the title of each; `look` is how wide they were taken, how much of their height is seen, and how small.
export async function joined(page, shown, { width, high, columns, scale }) {
  const figures = shown.map(
    ({ file, title }) =>
      `<figure><figcaption>${title}</figcaption><div style="width:${width * scale}px;height:${high * scale}px"><img width="${width * scale}" src="${inlined(file)}"></div></figure>`,
  );
  await page.setContent(
    `<style>body{margin:0;background:#d7dde0;width:max-content}main{display:grid;grid-template-columns:repeat(${columns},max-content);gap:12px;padding:12px}figure{margin:0}figcaption{font:600 15px sans-serif;padding:2px 0 6px}div{overflow:hidden;background:#fff}img{display:block}</style><main>${figures.join('')}</main>`,
  );
  await page.waitForFunction(() => [...document.images].every((one) => one.complete));
  return jpeg(page.locator('main'), 150 * 1024);
}
