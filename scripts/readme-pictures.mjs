// The pictures of the README and of docs/theming.md, from the running demo: `npm run build && node scripts/readme-pictures.mjs`.
/* global document -- of the page */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowsers, readerEnvironment } from './browsers.mjs';

/** What the picture calls the publisher, which is a port of this machine. */
const PUBLISHER = 'https://alwaha.example';
const PICTURES = [
  { name: 'card-light', query: 'scheme=light', width: 560, scale: 1.5, hide: 'related' },
  { name: 'card-dark', query: 'scheme=dark&theme=dark', width: 560, scale: 1.5, hide: 'related' },
  ...examplesOfThemes(),
];
let publisherPort = '';
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

process.env.BROWSERS = 'chromium';
process.env.BROWSER = 'none';
const [chromium] = findBrowsers().engines;
if (!chromium) throw new Error('Chromium is needed: node scripts/browsers.mjs says how to install it.');

mkdirSync(folder, { recursive: true });
const demo = await createServer({ root: fileURLToPath(new URL('..', import.meta.url)) });
await demo.listen();
const browser = await puppeteer.launch({
  executablePath: chromium.executable,
  env: readerEnvironment(),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--lang=en-US'],
});
try {
  for (const picture of PICTURES) await take(picture);
} finally {
  await browser.close();
  await demo.close();
}
process.exit();

/** The style sheets of docs/theming.md, each on a card of what the sheet is about. */
function examplesOfThemes() {
  const text = readFileSync(new URL('../docs/theming.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/^### (\d+)\. .+\n\n```css\n([^]*?)\n```$/gm)];
  return examples.map(([, number, css]) => ({
    name: `theme-${number}`,
    query: 'scheme=light',
    css,
    width: css.includes('size: 0.875') ? 300 : 440,
    scale: 1,
    hide: `${css.includes('image') ? '' : 'picture '}short-link share follow related`,
  }));
}

async function take({ name, query, width, scale, hide, css = '' }) {
  const page = await browser.newPage();
  await page.setViewport({ width: css ? width + 48 : width, height: 1600, deviceScaleFactor: scale });
  await renamePublisher(page);
  await page.goto(`http://localhost:${demo.config.server.port}/blog?embed=element&${query}`);
  const card = await page.waitForSelector('khabar-card:state(ready)');
  // The card alone, without the blog around it: as wide as the picture is, or with room for its shadow.
  await card.evaluate(
    async (element, css, hide) => {
      element.hide = hide;
      document.body.replaceChildren(element);
      for (const sheet of document.querySelectorAll('link[rel=stylesheet], style')) sheet.remove();
      document.documentElement.style.colorScheme = element.theme === 'dark' ? 'dark' : 'light';
      document.body.style.cssText = `margin: 0; padding: ${css ? '24px' : 0}`;
      document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await Promise.all([...element.shadowRoot.querySelectorAll('img')].map((image) => image.decode()));
      await document.fonts.ready;
    },
    css,
    hide,
  );
  const target = css ? await page.$('body') : card;
  await target.screenshot({ path: `${folder}${name}.png` });
  await page.close();
  console.log(`docs/pictures/${name}.png`);
}

/** Gives the articles, and their pictures, the name of a publisher. */
async function renamePublisher(page) {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { origin, port, pathname } = new URL(request.url());
    const isArticle = pathname.startsWith('/articles/');
    if (origin === PUBLISHER) answer(request, `http://localhost:${publisherPort}${pathname}`).catch(console.error);
    else if (isArticle) {
      publisherPort = port;
      answer(request, request.url()).catch(console.error);
    } else request.continue().catch(console.error);
  });
}

async function answer(request, address) {
  const response = await fetch(address);
  const contentType = response.headers.get('content-type');
  const isJson = contentType.includes('json');
  const body = isJson
    ? (await response.text()).replaceAll(`http://localhost:${publisherPort}`, PUBLISHER)
    : Buffer.from(await response.arrayBuffer());
  await request.respond({ contentType, headers: { 'Access-Control-Allow-Origin': '*' }, body });
}
