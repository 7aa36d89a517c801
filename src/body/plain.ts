/** Tags that say all there is to say, and need no preparation. */
const PLAIN =
  /<\/?(?:p|br|a|b|strong|i|em|u|s|small|su[bp]|h[1-6]|[uod]l|li|d[td]|blockquote|q|cite|hr|code|abbr|mark|del|ins|div|span|bd[io]|ruby|r[tp]|figure|figcaption|details|summary)(?:\s+(?:href|dir|lang|title|target|rel|style|id|datetime|start)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*\s*\/?>/gi;
/** Styles that carry meaning, addresses that stand for an embed, and shortcodes. */
const MEANT = /[<[]\/?[a-z!?]|:\/\//i;
const MEANT_STYLE = /font|decoration|align|direction|list|url\(/i;

/** Whether a body is written in plain elements alone, as a person or an editor of plain text writes it. */
export function isPlain(html: string): boolean {
  return !MEANT.test(html.replace(PLAIN, (tag) => (/\sstyle/i.test(tag) && MEANT_STYLE.test(tag) ? '<x' : ' ')));
}
