// The manifest speaks of what is shipped: built paths, no private members, and where the element is defined.
export default {
  globs: ['src/card/{khabar-card,events}.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'shipped',
      packageLinkPhase({ customElementsManifest: manifest }) {
        usePathsOf('dist/lib', manifest);
        for (const declaration of manifest.modules.flatMap(({ declarations }) => declarations)) {
          declaration.members = declaration.members?.filter(({ privacy }) => privacy !== 'private');
          declaration.events = declaration.events?.filter(({ name }) => name);
        }
        const declaration = { name: 'KhabarCard', module: 'dist/lib/card/khabar-card.js' };
        manifest.modules.push({
          kind: 'javascript-module',
          path: 'dist/lib/index.js',
          declarations: [],
          exports: [{ kind: 'custom-element-definition', name: 'khabar-card', declaration }],
        });
      },
    },
  ],
};

/** Paths stand in the manifest as `path`, and as `module` of whatever refers to it. */
function usePathsOf(folder, node) {
  for (const [key, value] of Object.entries(node)) {
    if (value && typeof value === 'object') usePathsOf(folder, value);
    else if (key === 'path' || key === 'module') node[key] = value.replace(/^src\/(.+)\.ts$/, `${folder}/$1.js`);
  }
}
