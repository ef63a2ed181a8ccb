/** `npm run new:rule` and `new:form` in a copy of the house: what they write compiles, is listed, and is refused twice. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'gouji-scaffold-'));

interface Ended {
  readonly code: number;
  readonly output: string;
}

function node(args: readonly string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [...args], { cwd: copy }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, output: stdout + stderr });
    });
  });
}

function text(path: string): string {
  return readFileSync(join(copy, path), 'utf8');
}

beforeAll(() => {
  for (const each of [
    'core',
    'docs',
    'test/house',
    'test/support',
    'scripts',
    'package.json',
    'tsconfig.json',
    'biome.json',
    '.gitignore',
  ]) {
    cpSync(join(root, each), join(copy, each), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('new:rule', () => {
  it.each([[], ['single'], ['T3-Capital'], ['../t3-x'], ['t3_x'], ['t3-x.rule']].map((args) => ({ args })))(
    'refuses the id $args in plain words',
    async ({ args }) => {
      const { code, output } = await node(['scripts/new-rule.mjs', ...args]);
      expect(code).toBe(1);
      expect(output).toContain('lower-case words joined by hyphens');
      expect(output).not.toContain('    at ');
    },
  );

  it('writes a rule that is listed, documented and current', async () => {
    const { code, output } = await node(['scripts/new-rule.mjs', 't9-example']);
    expect(output).toContain('core/rules/t9-example.rule.ts');
    expect(code).toBe(0);
    expect(text('core/rules/index.gen.ts')).toContain("from './t9-example.rule'");
    expect(text('docs/rules.md')).toContain('t9-example');
    expect(text('docs/rules/t9-example.md')).toContain('表三结转下年度继续办理 2 件，多于本年新收 1 件。');
    expect(await node(['scripts/generate.mjs', '--check'])).toMatchObject({ code: 0 });
  });

  it('does not write over a rule that is there', async () => {
    const before = text('core/rules/t9-example.rule.ts');
    const { code, output } = await node(['scripts/new-rule.mjs', 't9-example']);
    expect({ code, says: output.includes('is there already') }).toEqual({ code: 1, says: true });
    expect(text('core/rules/t9-example.rule.ts')).toBe(before);
  });
});

describe('new:form', () => {
  it('copies the newest form of the report under a new year', async () => {
    const { code } = await node(['scripts/new-form.mjs', 'open-info-annual-2031']);
    expect(code).toBe(0);
    const form = text('core/forms/open-info-annual-2031.form.ts');
    expect(form).toContain("id: 'open-info-annual@2031'");
    expect(form).toContain('years: { from: 2031, to: null }');
    expect(form).not.toMatch(/@2021'/);
    expect(text('core/forms/index.gen.ts')).toContain("from './open-info-annual-2031.form'");
    expect(text('docs/forms.md')).toContain('open-info-annual@2031');
  });

  it.each([
    { name: 'open-info-annual', says: 'named by its report and first year' },
    { name: 'final-accounts-2024', says: 'Known: open-info-annual' },
    { name: 'open-info-annual-2021', says: 'is there already' },
  ])('refuses $name: $says', async ({ name, says }) => {
    const { code, output } = await node(['scripts/new-form.mjs', name]);
    expect({ code, says: output.includes(says) }).toEqual({ code: 1, says: true });
  });
});

it('both compile and are clean', async () => {
  const program = join(root, 'node_modules');
  const types = await node([join(program, 'typescript/bin/tsc'), '-p', 'core/tsconfig.json']);
  expect(types.output.split('\n').filter((line) => /t9-example|2031/.test(line))).toEqual([]);
  const files = ['core/rules/t9-example.rule.ts', 'core/forms/open-info-annual-2031.form.ts'];
  const lint = await node([join(program, '@biomejs/biome/bin/biome'), 'ci', ...files]);
  expect(lint.output).toContain('No fixes applied');
  expect(lint.code).toBe(0);
});

describe('generate --check', () => {
  it('names what is stale: a removed rule and its page', async () => {
    rmSync(join(copy, 'core/rules/t9-example.rule.ts'));
    const { code, output } = await node(['scripts/generate.mjs', '--check']);
    expect(code).toBe(1);
    for (const file of ['core/rules/index.gen.ts', 'docs/rules/t9-example.md']) expect(output).toContain(file);
    expect(existsSync(join(copy, 'docs/rules/t9-example.md'))).toBe(true);
  });

  it('refuses a rule whose id is not its file name', async () => {
    await node(['scripts/new-rule.mjs', 't9-example']);
    cpSync(join(copy, 'core/rules/t9-example.rule.ts'), join(copy, 'core/rules/t9-other.rule.ts'));
    const { code, output } = await node(['scripts/generate.mjs']);
    expect(code).toBe(1);
    expect(output).toContain('must be t9-example.rule.ts');
  });
});
