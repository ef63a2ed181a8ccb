/** The builds that the tests in a browser run against are made by the set-up of their projects, once for all files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../vitest.config';

const BUILT = 'test/e2e/harness/built.ts';
const projects = (config.test?.projects ?? []).flatMap((project) =>
  typeof project === 'object' && 'test' in project && project.test !== undefined ? [project.test] : [],
);

describe('the build of the tests in a browser', () => {
  it('is made before all files, by the projects of such tests and no other', () => {
    const inBrowser = projects.filter(({ globalSetup }) => [globalSetup].flat().includes(BUILT));
    expect(inBrowser.map(({ name }) => name)).toEqual(['e2e', 'e2e-long']);
  });

  it('is begun by no file of theirs', () => {
    const names = readdirSync('test/e2e', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const begin = names.filter((name) => readFileSync(join('test/e2e', name), 'utf8').includes('ensureBuilt'));
    expect(begin.sort()).toEqual(['harness/build.ts', 'harness/built.ts', 'screenshots.ts']);
  });
});
