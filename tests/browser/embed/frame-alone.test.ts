import { expect } from 'chai';
import { article } from '../support/articles.js';
import { address, forgetRequests, jsonAddress, requestsSeen } from '../support/servers.js';
import { openVisit } from '../support/visit.js';

describe('The frame as a page of its own', () => {
  it('shows no story under the name of its host, and says what it is for', async () => {
    await forgetRequests();
    const visit = await openVisit();
    await visit.goto(`${await address('/framed//frame.html')}#${await jsonAddress(article())}`);
    await visit.until(() => document.getElementById('alone')?.checkVisibility());
    expect(await visit.evaluate(() => document.querySelector('khabar-card') === null)).to.equal(true);
    expect((await requestsSeen('/json')).length).to.equal(0);
  });
});
