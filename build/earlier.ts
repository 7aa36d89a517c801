import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Adds the parts of earlier versions to `dist/`: an embed.js that a browser has kept asks for those of its own version, at an address
 * that has moved on. `releases/` holds their packages, as `npm pack khabar@1.0.0` writes them; each brings the folder of its
 * version.
 * @returns the versions
 */
export function addEarlierParts(releases: string, dist: string): string[] {
  const packages = existsSync(releases) ? readdirSync(releases).filter((file) => file.endsWith('.tgz')) : [];
  return packages.map((file) => {
    const tar = (...options: string[]) => execFileSync('tar', ['-xzf', resolve(releases, file), ...options]);
    const { version } = JSON.parse(tar('-O', 'package/package.json').toString()) as { version: string };
    if (existsSync(resolve(dist, version))) throw new Error(`${file} is of the version that is being built.`);
    tar('-C', dist, '--strip-components=2', `package/dist/${version}`);
    return version;
  });
}
