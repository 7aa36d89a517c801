/**
 * An HTML page with exactly the given head and body, for a test to open in an iframe.
 *
 * `charset` names the encoding that the page is sent in and that its header tells; `none` sends UTF-8 and tells
 * nothing, as many old servers do.
 */
export function page({ head = '', body = '', lang, dir, csp, coep, charset = 'utf-8' }) {
  const attributes = [lang && ` lang="${attribute(lang)}"`, dir && ` dir="${attribute(dir)}"`].filter(Boolean);
  const html = `<!doctype html>\n<html${attributes.join('')}><head>${head}</head><body>${body}</body></html>\n`;
  const headers = { 'Content-Type': charset === 'none' ? 'text/html' : `text/html; charset=${charset}` };
  if (csp) headers['Content-Security-Policy'] = csp.replace(/\s+/g, ' ').trim();
  if (coep) headers['Cross-Origin-Embedder-Policy'] = coep;
  return { headers, content: encode(html, charset) };
}

function attribute(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function encode(text, charset) {
  if (charset === 'none' || /^utf-?8$/i.test(charset)) return Buffer.from(text);
  const byte = byteOf(charset);
  return Buffer.from(
    [...text].flatMap((c) => (byte.has(c) ? [byte.get(c)] : [...Buffer.from(`&#${c.codePointAt(0)};`)])),
  );
}

/** Node decodes the old one-byte encodings but writes none of them, so the table is read backwards. */
function byteOf(charset) {
  const decoder = new TextDecoder(charset);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}
