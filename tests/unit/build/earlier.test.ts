import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, describe, it } from 'vitest';
import { addEarlierParts } from '../../../build/earlier.js';

describe('The parts of earlier versions', () => {
  let folder: string;
  let releases: string;
  let dist: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earlier-'));
    [releases, dist] = [join(folder, 'releases'), join(folder, 'dist')];
    mkdirSync(releases);
    mkdirSync(join(dist, '1.2.0'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A package that was released, and had kept the parts of another. */
  function pack(version: string, kept: string): void {
    for (const name of [version, kept]) {
      mkdirSync(join(folder, 'package/dist', name), { recursive: true });
      writeFileSync(join(folder, 'package/dist', name, 'embed.foot.js'), `of ${name}`);
    }
    writeFileSync(join(folder, 'package/package.json'), JSON.stringify({ version }));
    execFileSync('tar', ['-czf', join(releases, `khabar-${version}.tgz`), '-C', folder, 'package']);
    rmSync(join(folder, 'package'), { recursive: true });
  }

  it('are added to a build, each from the package of its own version', () => {
    pack('1.0.0', '0.9.0');
    pack('1.1.0', '1.0.0');
    expect(addEarlierParts(releases, dist)).toEqual(['1.0.0', '1.1.0']);
    expect(readdirSync(dist).sort()).toEqual(['1.0.0', '1.1.0', '1.2.0']);
    expect(readFileSync(join(dist, '1.0.0/embed.foot.js'), 'utf8')).toBe('of 1.0.0');
  });

  it('never take the place of what is being built', () => {
    pack('1.2.0', '1.1.0');
    expect(() => addEarlierParts(releases, dist)).toThrow('khabar-1.2.0.tgz is of the version that is being built.');
    expect(readdirSync(join(dist, '1.2.0'))).toEqual([]);
  });

  it('are none where nothing was released', () => {
    rmSync(releases, { recursive: true });
    expect(addEarlierParts(releases, dist)).toEqual([]);
  });
});
