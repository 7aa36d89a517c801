// One figure or a few of one contestant, in one visit.
import { open, walk } from './visit.mjs';

const TYPICAL = 10;

/** A task is felt by what it takes beyond this. */
const BEARABLE = 50;

/** All frames of the page have a watch of their own, and one of them has the card. */
async function seen({ page }) {
  const each = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => ({ ...window.khabarBench, start: performance.timeOrigin }))),
  );
  const since = (part) => {
    const time = each.map((frame) => frame[part]).find((value) => typeof value === 'number');
    return time && time - each[0].start;
  };
  return {
    headline: since('headline'),
    body: since('body'),
    shift: each[0].shift,
    blocking: each[0].tasks.reduce((total, { duration }) => total + duration - BEARABLE, 0),
  };
}

async function withVisit(browser, address, options, look) {
  const visit = await open(browser, address, options);
  try {
    await visit.load();
    return await look(visit);
  } finally {
    await visit.close();
  }
}

/** A card of a page that nobody has seen before, on a slow line and a slow machine. */
export async function cold({ browser, server, height }, contestant) {
  const address = server.address(contestant, { cards: 1, paragraphs: TYPICAL, height });
  server.takeCodeBytes();
  return withVisit(browser, address, { find: contestant.find, slow: true }, async (visit) => {
    for (let tries = 0; tries < 10; tries++) {
      await visit.quiet();
      const figures = await seen(visit);
      if (figures.headline && (figures.body || !contestant.find.body))
        return { ...figures, code: server.takeCodeBytes() };
    }
    throw new Error('was never drawn');
  });
}

/** A page of cards, loaded, then scrolled through. */
export async function many({ browser, server, cards }, contestant) {
  const address = server.address(contestant, { cards, paragraphs: TYPICAL });
  return withVisit(browser, address, {}, async (visit) => {
    await visit.quiet(contestant.eager ? { find: contestant.find, drawn: cards } : {});
    const loaded = await visit.metrics();
    const steps = await walk(visit.page);
    const walked = await visit.metrics();
    await visit.quiet(contestant.inFrame ? {} : { find: contestant.find, drawn: cards });
    const all = await visit.metrics();
    return {
      loaded: loaded.cpu,
      all: all.cpu,
      step: (walked.cpu - loaded.cpu) / steps,
      steps,
      counts: { loaded, all },
    };
  });
}

/** One card of a very long story. */
export async function long({ browser, server, paragraphs }, contestant) {
  const address = server.address(contestant, { cards: 1, paragraphs });
  return withVisit(browser, address, { find: contestant.find }, async (visit) => {
    await visit.quiet({ find: contestant.find, drawn: 1 });
    const { cpu } = await visit.metrics();
    const { blocking } = await seen(visit);
    return { cpu, blocking };
  });
}

/** The height of the card that reserves its space, as a page's author finds it out. */
export async function cardHeight({ browser, server }, contestant) {
  const address = server.address(contestant, { cards: 1, paragraphs: TYPICAL });
  return withVisit(browser, address, {}, async (visit) => {
    await visit.quiet({ find: contestant.find, drawn: 1 });
    return visit.page.$eval(contestant.find.host, (card) => Math.ceil(card.getBoundingClientRect().height));
  });
}
