/** Made by build/parts.ts. */
declare module 'virtual:shared' {
  /** All values that the parts of embed.js import from its entry, by the places that their files know. */
  export const shared: () => readonly unknown[];
  /** The parts that take values of the part `common`. */
  export const needCommon: readonly string[];
}
