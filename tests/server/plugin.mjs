import { announceShared } from '../fixtures/folders.mjs';
import { createAnswers } from './answers.mjs';
import { startServer } from './server.mjs';

/**
 * The test servers as parts of Web Test Runner: the second origin starts and stops with it, and the origin of
 * the tests gives the same answers. They go through a middleware, which comes before the runner's plugins: those
 * would add scripts of their own to pages and rewrite the built files that are under test.
 *
 * `wordPress()` answers `{ site, stop() }`, or nothing where there is none.
 */
export function testServers({ wordPress = async () => undefined } = {}) {
  announceShared();
  let second;
  let third;
  const { handle } = createAnswers({
    environment: () => ({
      secondOrigin: second.origin,
      otherHost: second.otherHost,
      wordPress: third?.site ?? null,
    }),
  });
  return {
    plugin: {
      name: 'khabar-test-servers',
      async serverStart() {
        second = await startServer();
        third = await wordPress();
      },
      async serverStop() {
        await second?.close();
        await third?.stop?.();
      },
    },
    async middleware(context, next) {
      if (await handle(context.req, context.res)) context.respond = false;
      else await next();
    },
  };
}
