/** Vite and build/styles.ts minify such a file. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
