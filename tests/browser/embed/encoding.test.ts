import { expect } from 'chai';
import { article } from '../support/articles.js';
import { jsonAddress } from '../support/servers.js';
import { openVisit, pageAddress } from '../support/visit.js';
import { quotation, script } from './pages.js';

describe('A page that says nothing of its encoding, and whose server and script say nothing either', () => {
  // Of its own: a page in a frame is read in the encoding of the page around it (HTML, "determining the character encoding").
  it('shows the card’s own Arabic words as they are', async () => {
    const words = await quotation({ 'data-src': await jsonAddress(article()) });
    const visit = await openVisit();
    await visit.goto(await pageAddress({ charset: 'none', body: words + (await script()) }));
    await visit.until(() =>
      document.querySelector('khabar-card')?.shadowRoot?.querySelector('[part="original"]')?.textContent.trim(),
    );
    expect(await visit.evaluate(() => document.characterSet)).not.to.equal('UTF-8');
    expect(
      await visit.evaluate(() =>
        document.querySelector('khabar-card')!.shadowRoot!.querySelector('[part="original"]')!.textContent.trim(),
      ),
    ).to.include('افتح الخبر الأصلي');
  });
});
