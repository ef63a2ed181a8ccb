/**
 * One rule or form is one file; what lists them is written here: the indexes in core, the pages in docs.
 * `--check` writes nothing and fails, naming each stale file.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { load } from './lib/bundle.mjs';
import { filesUnder } from './lib/hash.mjs';
import { indexText, modulesOf } from './lib/indexes.mjs';
import { formsPage, rulePage, rulesPage } from './lib/pages.mjs';
import { root } from './lib/paths.mjs';

const checkOnly = process.argv.includes('--check');
const rules = modulesOf(root, 'rules');
const forms = modulesOf(root, 'forms');

const indexes = new Map([
  [join(root, 'core/rules/index.gen.ts'), indexText('Rule', rules)],
  [join(root, 'core/forms/index.gen.ts'), indexText('Form', forms)],
]);

let stale = settle(indexes);
try {
  // Pages are made by running core, which a stale index would make run other rules than these.
  if (!checkOnly || stale.length === 0) stale = [...stale, ...settle(await pages())];
  stale = [...stale, ...strays()];
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
if (stale.length === 0) console.log(`${rules.length} rules, ${forms.length} forms: everything generated is current.`);
else if (checkOnly) {
  console.error(`Stale, run \`npm run generate\`:\n${stale.map((file) => `  ${relative(root, file)}`).join('\n')}`);
  process.exitCode = 1;
} else console.log(`Written:\n${stale.map((file) => `  ${relative(root, file)}`).join('\n')}`);

/** Pages come from what the files say when they run, so they cannot drift from them. */
async function pages() {
  const loaded = await load(join(root, 'test/house/examples.ts'), 'generate');
  for (const [modules, values] of [
    [rules, loaded.rules],
    [forms, loaded.forms],
  ]) {
    for (const [index, module] of modules.entries()) requireName(module, values[index]);
  }
  const result = new Map([
    [join(root, 'docs/rules.md'), rulesPage(loaded.rules)],
    [join(root, 'docs/forms.md'), formsPage([...loaded.forms, ...loaded.otherForms])],
  ]);
  for (const rule of loaded.rules) {
    result.set(
      join(root, 'docs/rules', `${rule.id}.md`),
      rulePage(rule, (example) => loaded.saidOf(rule, example)),
    );
  }
  return result;
}

function requireName({ kind, file, base }, value) {
  const where = relative(root, file);
  if (typeof value?.id !== 'string') throw new Error(`${where}: exports no \`${kind}\` with an id.`);
  const expected = kind === 'form' ? value.id.replace('@', '-') : value.id;
  if (expected !== base)
    throw new Error(`${where}: its id is ${value.id}, so the file must be ${expected}.${kind}.ts.`);
}

/** Compares, and unless only checking, writes. Returns the files that differed. */
function settle(texts) {
  const differing = [...texts].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  if (!checkOnly) {
    for (const [file, text] of differing) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return differing.map(([file]) => file);
}

/** Pages of rules that are gone. */
function strays() {
  const known = new Set(rules.map(({ base }) => join(root, 'docs/rules', `${base}.md`)));
  const gone = filesUnder(join(root, 'docs/rules')).filter((file) => file.endsWith('.md') && !known.has(file));
  if (!checkOnly) for (const file of gone) rmSync(file);
  return gone;
}
