// A server of another origin than the page under test: the publisher's site, or the CDN. Alone:
// `node tests/server/server.mjs [port]`.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createAnswers } from './answers.mjs';

export async function startServer(port = 0) {
  const { handle } = createAnswers();
  // Room for a whole article in an address.
  const server = createServer({ maxHeaderSize: 1_000_000 }, async (request, response) => {
    try {
      if (await handle(request, response)) return;
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('no such address');
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  });
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    /** Same site as a page on localhost, other origin. */
    origin: `http://localhost:${address.port}`,
    /** The same server under the name of another host. */
    otherHost: `http://127.0.0.1:${address.port}`,
    async close() {
      const ended = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await ended;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startServer(Number(process.argv[2] ?? 0));
  console.log(origin);
}
