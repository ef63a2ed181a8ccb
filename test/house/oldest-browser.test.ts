/** Offices use browsers that are years old: what came after Chromium 105 is not called anywhere in what runs in one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../manifest.json';

/** Each with the version that brought it. A call that asks first whether it is there (`?.`) is fine. */
const LATER: readonly (readonly [number, RegExp])[] = [
  [106, /\bNumberFormat\b.*\broundingMode\b/],
  [110, /\.(?:toSorted|toReversed|toSpliced)\(/],
  [111, /\.(?:isWellFormed|toWellFormed)\(/],
  [112, /[=(,:]\s*\/(?![*/]).*\/[dgimsuy]*v[dgimsuy]*[\s;,.)]/],
  [114, /['"]scrollend['"]/],
  [116, /AbortSignal\.any\(|runtime\.getContexts\(/],
  [117, /(?:Object|Map)\.groupBy\(/],
  [119, /Promise\.withResolvers\(/],
  [120, /URL\.canParse\(/],
  [121, /Array\.fromAsync\(/],
  [121, /\.checkVisibility\(\{(?!.*\bcheckVisibilityCSS\b).*\bvisibilityProperty\b/],
  [122, /\.(?:values|keys|entries)\(\)\.(?:map|filter|flatMap|some|every|find|reduce|forEach|take|drop)\(/],
  [122, /\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/],
  [126, /URL\.parse\(/],
  [128, /Promise\.try\(/],
  [134, /\busing \w+ =|Symbol\.(?:dispose|asyncDispose)/],
];

const sources = ['core', 'extension', 'pwa']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(join('core', 'cli')));

test('the oldest browser is the one that the manifest names', () => {
  expect(manifest.minimum_chrome_version).toBe('105');
});

test('nothing is called that it does not have', () => {
  const found = sources.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        LATER.filter(([, name]) => name.test(line) && !/z\.union\(/.test(line)).map(
          ([version]) => `${file}:${at + 1} needs ${version}: ${line.trim()}`,
        ),
      ),
  );
  expect(found).toEqual([]);
});
