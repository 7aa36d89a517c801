const WAITING = 'blank|placeholder|spacer|lazy|loading|loader|empty|transparent|pixel|1x1';
/** Names that placeholders of themes have, with others around them. */
const PLACEHOLDER = new RegExp(`(?:\\b|_)(${WAITING})[^/]*\\.(gif|png|svg|jpe?g|webp)(\\?.*)?$`, 'i');
/** The same where the whole name says so: a picture of somebody lazy is none. */
const BLANK = new RegExp(`/(${WAITING})[-_\\d]*\\.\\w+(\\?.*)?$`, 'i');

/** Whether an address may be that of a placeholder, where there is another address to choose. */
export function mayBePlaceholder(address: string): boolean {
  return PLACEHOLDER.test(address);
}

/** Whether an address is that of a placeholder, and of no picture. */
export function isPlaceholder(address: string): boolean {
  return BLANK.test(address);
}
