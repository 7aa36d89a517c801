import { expect } from 'chai';
import type { clean as Clean } from '../../../src/body/clean.js';
import type { hidesByStyle as HidesByStyle } from '../../../src/hidden/hidden-style.js';
import { openPage } from '../support/servers.js';
import { intruders } from './allow-list.js';
import { OPTIONS } from './cleaning.js';
import * as markup from '../../../src/markup/markup.js';

interface PageWindow extends Window {
  DOMParser: typeof DOMParser;
  cleaningRoom: Promise<{ clean: typeof Clean }>;
  hiddenStyle: Promise<{ hidesByStyle: typeof HidesByStyle }>;
  violations: string[];
}

/** A page that allows these policies alone, with a cleaning room of its own. */
async function strictPage(policies: string): Promise<PageWindow> {
  const frame = await openPage({
    csp: `default-src 'none'; script-src 'self' 'nonce-test'; require-trusted-types-for 'script'; ${policies}`,
    head: `<script type="module" nonce="test">
      window.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
        violations.push(violatedDirective + ' ' + sample));
      window.cleaningRoom = import('/src/body/clean.ts');
      window.hiddenStyle = import('/src/hidden/hidden-style.ts');
    </script>`,
    body: '<main></main>',
  });
  return frame.contentWindow as PageWindow;
}

const never = new AbortController().signal;
const body =
  '<h2>a</h2><p lang="ar">خبر <a href="https://news.example/">b</a><img src="https://news.example/c.png"></p>';

async function failureOf(page: PageWindow): Promise<Error | undefined> {
  const { clean } = await page.cleaningRoom;
  try {
    await clean({ html: body }, OPTIONS, markup, never);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

describe('The cleaning room on a page that requires Trusted Types', () => {
  it('is not alone in being watched: a parser without a policy fails there', async () => {
    const page = await strictPage('trusted-types khabar lit-html');
    expect(() => new page.DOMParser().parseFromString('<p>a</p>', 'text/html')).to.throw(/./);
  });

  for (const policies of ['trusted-types khabar lit-html', 'trusted-types khabar']) {
    it(`cleans where the page says "${policies}", without breaking a rule`, async () => {
      const page = await strictPage(policies);
      const { clean } = await page.cleaningRoom;
      const root = page.document.querySelector('main')!.attachShadow({ mode: 'open' });
      root.append(await clean({ html: body }, OPTIONS, markup, never));
      root.append(await clean({ html: body }, OPTIONS, markup, never));
      expect(root.querySelectorAll('h3')).to.have.length(2);
      expect(root.querySelector('p')?.textContent).to.equal('خبر b');
      expect(page.violations.filter((violation) => !violation.startsWith('img-src'))).to.deep.equal([]);
    });
  }

  it('lets nothing in that it keeps out elsewhere', async () => {
    const page = await strictPage('trusted-types khabar lit-html');
    const { clean } = await page.cleaningRoom;
    const hostile =
      '<p>a</p><script>1</script><img src="x:x" onerror="1"><iframe srcdoc="x"></iframe><a href="javascript:1">b</a>' +
      '<svg><script>1</script></svg><object data="x:x"></object><embed src="x:x"><button onclick="1">c</button>';
    expect(intruders(await clean({ html: hostile }, OPTIONS, markup, never))).to.deep.equal([]);
  });

  it('sees what a style hides where no styles are allowed', async () => {
    const page = await strictPage('trusted-types khabar');
    const { clean } = await page.cleaningRoom;
    const fragment = await clean({ html: '<p>a</p><p style="display: none">Secret</p>' }, OPTIONS, markup, never);
    expect(fragment.textContent).to.equal('a');
  });

  it('reads styles where none are allowed without breaking a rule', async () => {
    const page = await strictPage("trusted-types 'none'; style-src 'none'");
    const { hidesByStyle } = await page.hiddenStyle;
    expect(['display:none', 'color:#fff;background:#fff', 'color:red'].map(hidesByStyle)).to.deep.equal([
      true,
      true,
      false,
    ]);
    expect(page.violations).to.deep.equal([]);
  });

  for (const policies of [
    'trusted-types lit-html',
    'trusted-types lit-html dompurify',
    'trusted-types dompurify',
    "trusted-types 'none'",
  ]) {
    it(`throws where the page says "${policies}", every time`, async () => {
      const page = await strictPage(policies);
      expect((await failureOf(page))?.name).to.equal('TypeError');
      expect((await failureOf(page))?.name).to.equal('TypeError');
    });
  }

  it('needs no policy for a body in plain text', async () => {
    const page = await strictPage('trusted-types lit-html');
    const { clean } = await page.cleaningRoom;
    const [paragraph] = (await clean({ text: '<b>a</b>' }, OPTIONS, markup, never)).children;
    expect(paragraph?.textContent).to.equal('<b>a</b>');
    expect(page.violations).to.deep.equal([]);
  });
});
