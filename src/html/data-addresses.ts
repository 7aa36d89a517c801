/** Bytes of a picture within an address; larger ones are files. */
const LARGEST_PICTURE = 32 * 1024;
const LONGEST = Math.ceil(LARGEST_PICTURE / 3) * 4;

/** A picture of points, never a drawing (SVG), which holds scripts, and not the blank one of a point that themes wait with. */
const PICTURE = /^data:image\/(png|jpe?g|gif|webp|avif);base64,(?!R0lGODlhAQAB)[\w+/]{40,}=*$/i;

const ADDRESS = /\bdata:[\w.+-]+\/[\w.+-]+(?:;base64,[\w+/=\s%]*|[;,][^\s"'<>()\\]*)/gi;

/** The address of a small picture that holds the picture itself; else `undefined`. */
export function dataPicture(address: string): string | undefined {
  const trimmed = address.trim();
  return trimmed.length <= LONGEST + 32 && PICTURE.test(trimmed) ? trimmed : undefined;
}

/** HTML without the files that are written into it: they are no words, and would count as such. In linear time. */
export function withoutLargeData(html: string): string {
  return html.replace(ADDRESS, (address) => (address.length > LONGEST + 32 ? 'data:,' : address));
}
