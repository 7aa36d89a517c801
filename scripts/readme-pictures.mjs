// The pictures of the README, from the running demo: `npm run build && node scripts/readme-pictures.mjs`.
/* global document -- of the page */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowsers, readerEnvironment } from './browsers.mjs';

const WIDTH = 560;
/** What the picture calls the publisher, which is a port of this machine. */
const PUBLISHER = 'https://alwaha.example';
const PICTURES = [
  { name: 'card-light', query: 'scheme=light' },
  { name: 'card-dark', query: 'scheme=dark&theme=dark' },
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
  for (const { name, query } of PICTURES) await take(`${folder}${name}.png`, query);
} finally {
  await browser.close();
  await demo.close();
}
process.exit();

async function take(path, query) {
  const page = await browser.newPage();
  await page.setViewport({ width: WIDTH, height: 1600, deviceScaleFactor: 1.5 });
  await renamePublisher(page);
  await page.goto(`http://localhost:${demo.config.server.port}/blog?embed=element&${query}`);
  // The card alone, without the blog around it: as wide as the picture is.
  const card = await page.waitForSelector('khabar-card:state(ready)');
  await card.evaluate(async (element) => {
    element.related = 'none';
    document.body.replaceChildren(element);
    document.body.style.cssText = 'margin: 0; padding: 0; max-inline-size: none; display: block';
    element.style.cssText = 'margin: 0; max-inline-size: none';
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await Promise.all([...element.shadowRoot.querySelectorAll('img')].map((image) => image.decode()));
    await document.fonts.ready;
  });
  await card.screenshot({ path });
  await page.close();
  console.log(path);
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
