// What embed.js and embed.single.js put into the page. They are scripts, for pages without a build.
export {};

declare global {
  interface Window {
    /** The one global of embed.js. */
    khabar: { readonly version: string; readonly scan: (root?: ParentNode) => void };
  }
}
