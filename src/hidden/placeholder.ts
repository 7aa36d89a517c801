const WAITING = 'blank|placeholder|spacer|lazy|loading|loader|empty|transparent|pixel|1x1';
/** Names that placeholders of themes have, with others around them. */
const PLACEHOLDER = new RegExp(`(?:\\b|_)(${WAITING})[^/]*\\.(gif|png|svg|jpe?g|webp)(\\?.*)?$`, 'i');
/** The same where the whole name says so: a picture of somebody lazy is none. */
const BLANK = new RegExp(`/(${WAITING})[-_\\d]*\\.\\w+(\\?.*)?$`, 'i');

/** Whether an address may be that of a placeholder, where there is another address to choose. */
export function mayBePlaceholder(address: string): boolean {
  return PLACEHOLDER.test(address);
}

/** Of programs: WooCommerce's picture of no picture, and the icons of WordPress itself. */
const OF_PROGRAM = /\/woocommerce-placeholder[^/]*$|\/wp-includes\/images\//i;

/**
 * Tells the address of a placeholder from that of a picture. A picture of one pixel counts readers, or waits.
 * @param width of the picture in CSS pixels, where it is known
 */
export function isPlaceholder(address: string, width?: number, height?: number): boolean {
  return BLANK.test(address) || OF_PROGRAM.test(address) || width === 1 || height === 1;
}
