import { expect } from 'chai';
import { address, documentOf, openPage } from '../support/servers.js';
import { script, until } from './pages.js';

/** The HTML of an oEmbed answer, which a page shows as it is. */
async function answerHtml(): Promise<string> {
  const url = await address('/publisher/stories/raw');
  const answer = await fetch(await address('/publisher/oembed', { url }));
  return ((await answer.json()) as { html: string }).html;
}

async function page(more = ''): Promise<Document> {
  return documentOf(await openPage({ width: 700, body: (await answerHtml()) + more }));
}

describe('The HTML of an oEmbed answer', () => {
  it('is the frame alone on a page that takes it as it is', async () => {
    const { defaultView, body } = await page();
    const heard = new Promise<{ state: string }>((resolve) =>
      defaultView!.addEventListener('message', ({ data }: MessageEvent<{ khabar?: { state: string } }>) => {
        if (data.khabar && data.khabar.state !== 'loading') resolve(data.khabar);
      }),
    );
    body.querySelector('iframe')!.contentWindow!.postMessage({ khabar: 'ask' }, '*');
    expect((await heard).state).to.equal('ready');
    const [quotation, frame] = ['blockquote', 'iframe'].map((name) => body.querySelector<HTMLElement>(name)!);
    expect(quotation!.offsetHeight).to.equal(0);
    expect([frame!.offsetWidth, frame!.offsetHeight]).to.deep.equal([body.clientWidth, 400]);
  });

  it('has the height of its card where embed.js is, and no second card', async () => {
    const { body } = await page(await script());
    const frame = body.querySelector('iframe')!;
    await until(() => frame.offsetHeight !== 400);
    expect(frame.offsetHeight).to.be.within(100, 300);
    expect(body.querySelector('blockquote')!.offsetHeight).to.equal(0);
    expect([...body.querySelectorAll('khabar-card')].map((card) => (card as HTMLElement).offsetHeight)).to.deep.equal([
      0,
    ]);
    expect(body.querySelectorAll('iframe')).to.have.length(1);
  });
});
