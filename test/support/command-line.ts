/** The command line as its callers see it: a process, its output and its exit status. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type CheckLine, checkLineSchema } from '../../core/exchange/check-line';
import { cliBundle } from '../../scripts/lib/bundle.mjs';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  readonly folder: string;
  /** Writes a file into `folder` and returns its path. */
  file(name: string, content: string | Uint8Array): string;
  run(args: readonly string[], nodeArgs?: readonly string[]): Promise<Run>;
  /** Begun, for who does not wait for its end. */
  start(args: readonly string[]): ChildProcess;
}

/** For one file of tests: built before its first test, its folder removed after the last. */
export function commandLine(name: 'cli' | 'sums' = 'cli'): CommandLine {
  let entry = '';
  const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
  beforeAll(async () => {
    entry = await cliBundle(name);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    file: (name, content) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    run: (args, nodeArgs = []) => ended([...nodeArgs, entry, ...args]),
    start: (args) => spawn(process.execPath, [entry, ...args]),
  };
}

function ended(args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('close', (status) => done({ status, stdout, stderr }));
  });
}

/** The lines of `--json`. */
export function linesOf({ stdout }: Run): CheckLine[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => checkLineSchema.parse(JSON.parse(line)));
}
