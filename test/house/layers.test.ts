/** Lint holds the import directions: each line below is linted as a file in its layer. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'core/document': ["import '../grid/grid';", "import 'parse5';", "import '../../pwa/main';", "import 'node:fs';"],
  'core/grid': ["import '../forms/form';", "import '../relations/relation';", "import './../rules/rule';"],
  'core/sums': ["import '../forms/form';", "import '../rules/rule';", "import 'zod/mini';"],
  'core/relations': ["import '../forms/form';", "import type { A } from '../rules/rule'; export type B = A;"],
  'core/forms': ["import '../rules/rule';", "import '../statements/statement';", "import '../index';"],
  'core/statements': ["import '../forms/form';", "import '../rules/rule';"],
  'core/rules': ["import '../locate/locate';", "import '../outcome';", "import '../explain/explain';"],
  'core/locate': ["import '../findings/fingerprint';", "import '../index';"],
  'core/findings': ["import '../checklist/checklist';", "import '../explain/explain';"],
  'core/organs': ["import '../explain/explain';", "import '../checklist/checklist';", "import '../index';"],
  'core/checklist': ["import '../organs/set';", "import '../explain/explain';", "import '../exchange/schema';"],
  'core/explain': ["import '../index';", "import '../exchange/schema';", "import '../read/html';"],
  'core/exchange': ["import '../read/html';", "import '../cli/main';", "import 'zod';"],
  'core/read': ["import '../forms/form';", "import '../index';", "import 'zod/mini';"],
  'core/read/word': ["import '../../forms/form';", "import '../../index';", "import 'zod/mini';"],
  'core/cli': ["import '../rules/rule';", "import '../explain/explain';", "import 'zod/mini';"],
  'core/outcome.ts': ["import './locate/locate';", "import './index';"],
  'core/check.ts': ["import './explain/explain';", "import './index';", "import './read/html';"],
  'core/index.ts': ["import './exchange/schema';", "import './read/html';", "import 'zod/mini';"],
  extension: ["import '../core/forms/form';", "import '../pwa/screens/report';", "import 'node:fs';"],
  pwa: ["import '../core/rules/rule';", "import '../extension/messages';", 'void chrome.runtime.id;'],
};

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'core/grid': ["import '../document/text';", "import './grid';"],
  'core/sums': ["import '../document/text';", "import '../grid/grid';", "import '../relations/exact';"],
  'core/forms': ["import '../document/text';", "import '../grid/grid';", "import '../relations/relation';"],
  'core/rules': ["import '../forms/form';", "import '../statements/statement';"],
  'core/locate': ["import '../rules/rule';", "import '../outcome';"],
  'core/organs': ["import '../findings/fingerprint';", "import '../outcome';"],
  'core/explain': ["import '../checklist/checklist';", "import '../findings/fingerprint';", "import '../organs/set';"],
  'core/exchange': ["import '../index';", "import 'zod/mini';"],
  'core/read': ["import '../document/document';", "import '../grid/grid';", "import 'parse5';"],
  'core/read/word': [
    "import '../nodes';",
    "import '../../document/document';",
    "import './table';",
    "import 'fflate';",
  ],
  'core/cli': [
    "import '../index';",
    "import '../exchange/schema';",
    "import '../read/file';",
    "import 'node:fs/promises';",
  ],
  'core/outcome.ts': ["import './rules/finding';", "import './forms/form';"],
  'core/check.ts': ["import './findings/findings';", "import './outcome';"],
  'core/index.ts': ["import './explain/explain';", "import './check';"],
  extension: [
    "import '../core/index';",
    "import '../core/read/dom';",
    "import '../pwa/ui/card';",
    "import '../pwa/db/reports';",
  ],
  pwa: ["import '../core/index';", "import '../core/exchange/schema';", "import './ui/card';"],
};

const IMPURE = [
  'Date.now();',
  'Math.random();',
  'console.log(1);',
  'void fetch("");',
  'void process.env;',
  'void document.body;',
];

const CATEGORIES = ['noRestrictedImports', 'noRestrictedGlobals', 'noJsRestrictedProperties', 'noConsole'];
const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.nullable(z.string()), location: z.object({ path: z.string() }) })),
});

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'gouji-layers-'));
let caught: ReadonlySet<string>;

function cases(lines: Readonly<Record<string, readonly string[]>>, name: string): { file: string; line: string }[] {
  return Object.entries(lines).flatMap(([layer, each]) =>
    // A layer of one file gets a tree of its own for each line.
    each.map((line, index) => ({
      file: layer.endsWith('.ts')
        ? `tree-${basename(layer, '.ts')}-${name}-${index}/${layer}`
        : `${layer}/${name}-${index}.ts`,
      line,
    })),
  );
}

const refused = [
  ...cases(REFUSED, 'refused'),
  ...cases({ 'core/document': IMPURE, 'core/locate': IMPURE, 'core/exchange': IMPURE }, 'impure'),
];
const allowed = cases(ALLOWED, 'allowed');

beforeAll(async () => {
  for (const { file, line } of [...refused, ...allowed]) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  const diagnostics = [...(await lint(folder)), ...(await lintTrees())];
  caught = new Set(diagnostics);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lintTrees(): Promise<string[]> {
  const trees = new Set(
    [...refused, ...allowed].map(({ file }) => file.split('/')[0] ?? '').filter((name) => name.startsWith('tree-')),
  );
  const found: string[] = [];
  for (const tree of trees) found.push(...(await lint(join(folder, tree))).map((path) => `${tree}/${path}`));
  return found;
}

async function lint(tree: string): Promise<string[]> {
  cpSync(join(root, 'biome.json'), join(tree, 'biome.json'));
  writeFileSync(join(tree, '.gitignore'), 'node_modules/\n');
  const output = await biome(tree, ['lint', '--reporter=json', '--max-diagnostics=none', '.']);
  return reportSchema
    .parse(JSON.parse(output))
    .diagnostics.filter(({ category }) => CATEGORIES.some((name) => category?.endsWith(name)))
    .map(({ location }) => location.path.replace(/^\.\//, ''));
}

function biome(cwd: string, args: readonly string[]): Promise<string> {
  const program = join(root, 'node_modules/@biomejs/biome/bin/biome');
  // It ends with 1 where it finds anything: what it prints is what counts.
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { cwd, maxBuffer: 1 << 26 }, (_error, stdout) => done(stdout));
  });
}

it.each(refused)('refuses in $file: $line', ({ file }) => {
  expect(caught).toContain(file);
});

it.each(allowed)('allows in $file: $line', ({ file }) => {
  expect(caught).not.toContain(file);
});
