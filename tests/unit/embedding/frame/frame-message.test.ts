import { describe, expect, it } from 'vitest';
import { frameMessage } from '../../../../src/embedding/frame/frame-message.js';

describe('frameMessage', () => {
  it('reads what a framed card says', () => {
    const message = { state: 'ready', height: 812.5, title: 'عنوان' };
    expect(frameMessage({ khabar: message })).toEqual(message);
  });

  it.each([
    undefined,
    null,
    'khabar',
    42,
    [],
    {},
    { khabar: 'ask' },
    { khabar: { state: 'ready' } },
    { khabar: { state: 'ready', height: '812' } },
    { khabar: { state: 'ready', height: Infinity } },
    { khabar: { state: 'open', height: 812 } },
    JSON.parse('{"__proto__": {"khabar": {"state": "ready", "height": 812}}}') as unknown,
  ])('reads nothing in %j', (data) => {
    expect(frameMessage(data)).toBeUndefined();
  });

  it('has no title where that is no text', () => {
    expect(frameMessage({ khabar: { state: 'failed', height: 1, title: {} } })?.title).toBeUndefined();
  });
});
