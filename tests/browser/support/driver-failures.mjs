// Tells a browser's driver that does not answer from a test that fails. WebKit's forgets a command now and then, and on a
// busy machine a page may take longer to open than the runner waits.

/** Said by the runner and the launchers, never by a page. */
const OF_A_SESSION =
  /unable to create and start a test page|tests did not start|did not let itself be left|Timed out stopping the browser page|^WebKit, |ended at once/;
const OF_A_COMMAND = /timeout|timed out|fetch failed|ECONNREFUSED|ECONNRESET|Target closed|Session closed/i;

/** The commands of tests that were not answered, by session. */
const unanswered = new Map();

export function rememberDriverFailure(session, error) {
  if (OF_A_COMMAND.test(String(error))) unanswered.set(session.id, String(error));
}

/** The words of a driver that did not answer; undefined where no session failed, or a test did. */
export function driverFailure(session) {
  if (session.passed) return undefined;
  const messages = (session.errors ?? []).map(({ message }) => message);
  return unanswered.get(session.id) ?? messages.find((message) => OF_A_SESSION.test(message));
}
