import type { WebAddress } from '../../src/article/web-address.js';

/** Whether a site could not be reached, or was, but lets no other site read what it answers. */
export type Reach = 'refuses' | 'unreachable';

/** Milliseconds. */
const PATIENCE = 10_000;

/**
 * Asks once more, without reading the answer, which needs no leave of the site: if that comes, the site is there, and it is
 * its headers that keep others out. Sends nothing of the reader's.
 */
export async function reachOf(address: WebAddress, ask: typeof fetch = fetch): Promise<Reach> {
  try {
    await ask(address, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return 'refuses';
  } catch {
    return 'unreachable';
  }
}

/** What a publisher pastes so that other sites may read their stories. */
export interface Recipe {
  readonly server: 'nginx' | 'Apache' | 'WordPress' | 'Ghost' | 'Cloudflare';
  readonly text: string;
  /** The server's own documentation. */
  readonly source: string;
}

/** When the recipes were last held against the documentation that each names. */
export const CHECKED = '2026-11-27';

/** @param address of the story that could not be read: its folder, or its kind of file, is what is opened */
export function recipesFor(address: WebAddress): readonly Recipe[] {
  const { hostname, pathname } = new URL(address);
  const folder = pathname.replace(/[^/]*$/, '');
  const inNginx = folder.replace(/["\\]/g, '\\$&');
  return [
    {
      server: 'nginx',
      // A location that has an add_header of its own inherits none; `always`: also with errors.
      text: `location "${inNginx}" {\n  add_header Access-Control-Allow-Origin "*" always;\n}`,
      source: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
    },
    {
      server: 'Apache',
      // In the folder's .htaccess. Not `always`: that is a second list, and a header that stands in both is refused.
      text: '<IfModule mod_headers.c>\n  Header set Access-Control-Allow-Origin "*"\n</IfModule>',
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header',
    },
    {
      server: 'WordPress',
      // WordPress answers every origin by itself, `null` included; this undoes what a plugin or a theme took away.
      text: "add_action( 'rest_api_init', function () {\n  add_filter( 'rest_pre_serve_request', 'rest_send_cors_headers' );\n}, 99 );",
      source: 'https://developer.wordpress.org/reference/functions/rest_send_cors_headers/',
    },
    {
      server: 'Ghost',
      // The Content API answers every origin; what is opened by a proxy in front of it is its location.
      text: `https://${hostname}/ghost/api/content/posts/slug/…/?key=…&include=authors,tags`,
      source: 'https://docs.ghost.org/content-api/',
    },
    {
      server: 'Cloudflare',
      text: `Rules → Create rule → Response Header Transform Rule\nIf: http.host eq "${hostname}" and starts_with(http.request.uri.path, "${folder.replace(/["\\]/g, '\\$&')}")\nThen: Set static   Access-Control-Allow-Origin   *`,
      source: 'https://developers.cloudflare.com/rules/transform/response-header-modification/create-dashboard/',
    },
  ];
}
