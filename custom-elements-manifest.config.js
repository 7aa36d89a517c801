// The manifest speaks of what is shipped: built paths, no private members, and where the element is defined.
/** Those of the element, once the analyzer has read them. */
let attributes = [];

export default {
  globs: ['src/card/{khabar-card,events,settings}.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'settings',
      analyzePhase({ ts, node }) {
        if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'SETTINGS') return;
        attributes = node.initializer.expression.properties.map((setting) => attribute(ts, setting));
      },
    },
    {
      name: 'shipped',
      packageLinkPhase({ customElementsManifest: manifest }) {
        manifest.modules = manifest.modules.filter(({ path }) => !path.endsWith('/settings.ts'));
        for (const declaration of manifest.modules.flatMap(({ declarations }) => declarations))
          if (declaration.name === 'KhabarCard') {
            declaration.attributes = attributes.map(({ source: _, ...attribute }) => attribute);
            declaration.members = declaration.members.filter(isPublic).map(withSetting);
            // The analyzer takes the argument of an event's constructor for the name of one.
            declaration.events = declaration.events.filter(({ name }) => name?.startsWith('khabar-'));
          }
        usePathsOf('dist/lib', manifest);
        for (const declaration of manifest.modules.flatMap(({ declarations }) => declarations))
          declaration.members = declaration.members?.filter(isPublic);
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

/** What the browser calls is no method for pages. */
function isPublic({ name, privacy }) {
  return privacy !== 'private' && privacy !== 'protected' && !name.endsWith('Callback');
}

/** A property as its attribute has it, or as it is declared where it has none. */
function withSetting(member) {
  if (member.name === 'version') return { ...member, type: { text: 'string' }, default: undefined };
  const setting = attributes.find(({ fieldName }) => fieldName === member.name);
  if (!setting) return member;
  const { name, type, description, reflects, source } = setting;
  return { ...member, type, description, default: source, attribute: name, ...(reflects && { reflects }) };
}

/** An attribute as `src/card/settings.ts` has it: name, values and sentence; and the source of its default. */
function attribute(ts, setting) {
  const value = (name) =>
    setting.initializer.properties.find((property) => property.name.getText() === name)?.initializer;
  const read = value('read');
  const name = setting.name.getText();
  const keywords = ts.isCallExpression(read)
    ? read.arguments.map((keyword) => keyword.getText()).join(' | ')
    : // Any other number is the default.
      name === 'headingLevel' && '1 | 2 | 3 | 4 | 5 | 6';
  const source = value('initial')?.getText();
  const description = ts.getTextOfJSDocComment(ts.getJSDocCommentsAndTags(setting)[0].comment).replace(/\s+/g, ' ');
  return {
    name: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    type: { text: keywords || (value('type')?.getText().toLowerCase() ?? 'string') },
    description,
    ...(name !== 'lang' && { fieldName: name }),
    source,
    // What an attribute holds, which is never `false`.
    ...(source && source !== 'false' && { default: source.replace(/^'(.*)'$/, '$1') }),
    ...(value('reflect') && { reflects: true }),
  };
}

/** Paths stand in the manifest as `path`, and as `module` of whatever refers to it. */
function usePathsOf(folder, node) {
  for (const [key, value] of Object.entries(node)) {
    if (value && typeof value === 'object') usePathsOf(folder, value);
    else if (key === 'path' || key === 'module') node[key] = value.replace(/^src\/(.+)\.ts$/, `${folder}/$1.js`);
  }
}
