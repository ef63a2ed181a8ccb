/** The command line: the same check on files. Standard output carries reports only; everything else goes to stderr. */
import { writeFile } from 'node:fs/promises';
import { checkLine, unreadableLine } from '../exchange/check-line';
import { type Checklist, check, type Document, explainFailure, type Outcome, ok, type ReadFailure } from '../index';
import { type Arguments, parseArguments, USAGE } from './arguments';
import { BaselineFile, changeWords, comparisonText } from './baseline';
import { loadChecklist } from './checklist';
import { type Held, Links, type Neighbours, pack, packKept, unpack } from './held';
import { type Input, isOtherKind } from './input';
import { inputsOf, readPath } from './inputs';
import { PreviousFiles } from './previous';
import { Progress } from './progress';
import { reportText } from './report';
import { tableCsv, tableText } from './table';
import { summaryText, type Tally, tallyOf, unreadTally } from './tally';
import { verifyFile } from './verify';

export const EXIT = { clean: 0, errors: 1, unread: 2 } as const;

export async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.error}\n\n${USAGE}\n`);
    return EXIT.unread;
  }
  if (parsed.value.help) {
    process.stdout.write(`${USAGE}\n`);
    return EXIT.clean;
  }
  if (parsed.value.verify) return verifyFiles(parsed.value.files);
  const { checklist: checklistFile, baseline: baselineFile } = parsed.value;
  const checklist = checklistFile === null ? ok(undefined) : await loadChecklist(checklistFile);
  if (!checklist.ok) return unusable(checklist.error);
  const baseline = baselineFile === null ? ok(undefined) : await BaselineFile.read(baselineFile);
  if (!baseline.ok) return unusable(baseline.error);
  const previous = await PreviousFiles.read(parsed.value.previous, readPath, check);
  return new Run(parsed.value, { checklist: checklist.value, baseline: baseline.value, previous }).all();
}

async function verifyFiles(files: readonly string[]): Promise<number> {
  let exit = 0;
  for (const file of files) {
    const verified = await verifyFile(file);
    exit = Math.max(exit, verified.exit);
    await write(verified.text);
  }
  return exit;
}

/** Nothing is checked by a list that is not the one that was meant. */
function unusable(message: string): number {
  process.stderr.write(`${message}\n`);
  return EXIT.unread;
}

interface Beside {
  readonly checklist: Checklist | undefined;
  readonly baseline: BaselineFile | undefined;
  readonly previous: PreviousFiles;
}

/** One input at a time, each forgotten before the next, so that memory does not grow with what they hold. */
class Run {
  private readonly inputs: readonly Input[];
  private readonly passedOver: string[];
  private readonly progress: Progress;

  constructor(
    private readonly asked: Arguments,
    private readonly beside: Beside,
  ) {
    const { inputs, passedOver } = inputsOf(asked.files);
    this.inputs = inputs;
    this.passedOver = passedOver;
    this.progress = new Progress(inputs.length);
  }

  async all(): Promise<number> {
    const all: Held[] = [];
    for (const input of this.inputs) {
      const held = await this.one(input);
      if (held !== null) all.push(held);
      this.progress.step();
    }
    const links = new Links(all);
    this.progress.add(links.count);
    const tallies: Tally[] = [];
    let exit: number = all.length === 0 ? EXIT.unread : EXIT.clean;
    for (const held of all) {
      const beside = links.of(held);
      const final = beside === null ? held : ((await this.one(held.input, beside)) ?? held);
      if (beside !== null) this.progress.step();
      exit = Math.max(exit, final.exit);
      tallies.push(final.tally);
      this.progress.clear();
      await write(unpack(final.output));
    }
    const isWritten = await this.end(tallies, links.notices);
    return isWritten ? exit : EXIT.unread;
  }

  /** Null where it is no report and nobody named it. */
  private async one(input: Input, beside: Neighbours = {}): Promise<Held | null> {
    const document = await input.read();
    if (!document.ok) return this.unread(input, document.error);
    const { checklist, previous: named } = this.beside;
    const { statistics } = beside;
    const options = {
      sourceName: input.file,
      ...(checklist === undefined ? {} : { checklist }),
      ...(statistics === undefined ? {} : { statistics }),
    };
    const alone = beside.previous === undefined ? check(document.value, options) : undefined;
    const previous = beside.previous ?? (alone === undefined ? undefined : named.of(alone));
    const outcome =
      alone !== undefined && previous === undefined
        ? alone
        : check(document.value, previous === undefined ? options : { ...options, previous });
    return {
      input,
      output: pack(this.textOf(input.name, outcome, document.value)),
      tally: tallyOf(input.name, outcome),
      form: outcome.form,
      exit: exitOf(outcome),
      kept: packKept(outcome),
      linked: previous !== undefined,
    };
  }

  private unread(input: Input, failure: ReadFailure): Held | null {
    if (input.found && isOtherKind(failure)) {
      this.passedOver.push(input.name);
      return null;
    }
    this.beside.baseline?.passOver(input.name);
    const message = explainFailure(failure, 'zh-CN');
    const text = this.asked.json
      ? JSON.stringify(unreadableLine(input.name, failure.code, message))
      : `${input.name}\n  无法读取：${message}\n`;
    return {
      input,
      output: pack(text),
      tally: unreadTally(input.name),
      form: null,
      exit: EXIT.unread,
      kept: null,
      linked: false,
    };
  }

  private textOf(name: string, outcome: Outcome, document: Document): string {
    const compared = this.beside.baseline?.compare(name, outcome);
    if (this.asked.json) return JSON.stringify(checkLine(name, outcome, document, compared));
    const text = reportText(name, outcome, document, changeWords(compared ?? null));
    return compared === undefined ? text : `${text}${comparisonText(compared)}`;
  }

  private async end(tallies: readonly Tally[], notices: readonly string[]): Promise<boolean> {
    const { json, table, csv } = this.asked;
    if (!json && tallies.length > 1) await write(summaryText(tallies));
    if (table) await write(tableText(tallies));
    for (const notice of [...notices, ...this.beside.previous.unused()]) process.stderr.write(`${notice}\n`);
    this.beside.baseline?.reportUnused();
    if (this.passedOver.length > 0) process.stderr.write(passedOverText(this.passedOver));
    if (tallies.length === 0) process.stderr.write('没有可核对的文件。\n');
    return csv === null || saved(csv, tableCsv(tallies));
  }
}

/** A table that cannot be saved costs the table, not the run. */
async function saved(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text);
    return true;
  } catch (error) {
    process.stderr.write(`表格 ${file} 未能保存：${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

/** So many names; a saved page may have hundreds of parts. */
const NAMED = 20;

function passedOverText(names: readonly string[]): string {
  const rest = names.length > NAMED ? `\n  …另有 ${names.length - NAMED} 个` : '';
  return `${names.length} 个文件不是可以核对的种类，未核对：\n${names
    .slice(0, NAMED)
    .map((name) => `  ${name}`)
    .join('\n')}${rest}\n`;
}

const ANNUAL = /信息公开.{0,16}(?:年报|报告)/;

function exitOf(outcome: Outcome): number {
  // Read by a form that the checklist carries, though by none of Gouji's own. An annual report is unread all the same.
  const isRead = outcome.ownSums !== undefined && !ANNUAL.test(outcome.title ?? '');
  if (outcome.status === 'unrecognised' && !isRead) return EXIT.unread;
  return outcome.findings.some((finding) => finding.severity === 'error') ? EXIT.errors : EXIT.clean;
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
