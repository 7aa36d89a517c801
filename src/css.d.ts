/** Vite and scripts/styles.mjs minify such a file. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
