/** The command line: the same check on files. Standard output carries reports only; everything else goes to stderr. */
import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkLine, unreadableLine } from '../exchange/check-line';
import {
  type Checklist,
  check,
  type Document,
  explainFailure,
  failed,
  type Outcome,
  ok,
  type ReadFailure,
  type Result,
} from '../index';
import { MAX_BYTES, readFile } from '../read/file';
import { readHtml } from '../read/html';
import { type Arguments, parseArguments, USAGE } from './arguments';
import { BaselineFile, changeWords, comparisonText } from './baseline';
import { loadChecklist } from './checklist';
import { PreviousFiles } from './previous';
import { reportText } from './report';

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
  const { checklist: checklistFile, baseline: baselineFile } = parsed.value;
  const checklist = checklistFile === null ? ok(undefined) : await loadChecklist(checklistFile);
  if (!checklist.ok) return unusable(checklist.error);
  const baseline = baselineFile === null ? ok(undefined) : await BaselineFile.read(baselineFile);
  if (!baseline.ok) return unusable(baseline.error);
  return checkAll(parsed.value, { checklist: checklist.value, baseline: baseline.value });
}

/** Nothing is checked by a list that is not the one that was meant. */
function unusable(message: string): number {
  process.stderr.write(`${message}\n`);
  return EXIT.unread;
}

interface Beside {
  readonly checklist: Checklist | undefined;
  readonly baseline: BaselineFile | undefined;
}

/** One input at a time, each forgotten before the next, so that memory does not grow with their number. */
async function checkAll({ files, json, previous: named }: Arguments, { checklist, baseline }: Beside): Promise<number> {
  const lastYear = await PreviousFiles.read(named, readInput, check);
  let exit: number = EXIT.clean;
  for (const file of files) {
    const document = await readInput(file);
    if (!document.ok) {
      const message = explainFailure(document.error, 'zh-CN');
      exit = EXIT.unread;
      baseline?.passOver(file);
      await write(
        json ? JSON.stringify(unreadableLine(file, document.error.code, message)) : `${file}\n  无法读取：${message}\n`,
      );
      continue;
    }
    const options = { sourceName: basename(file), ...(checklist === undefined ? {} : { checklist }) };
    const alone = check(document.value, options);
    const previous = lastYear.of(alone);
    const outcome = previous === undefined ? alone : check(document.value, { ...options, previous });
    exit = Math.max(exit, exitOf(outcome));
    const compared = baseline?.compare(file, outcome);
    if (json) await write(JSON.stringify(checkLine(file, outcome, document.value, compared)));
    else {
      const text = reportText(file, outcome, document.value, changeWords(compared ?? null));
      await write(compared === undefined ? text : `${text}${comparisonText(compared)}`);
    }
  }
  for (const notice of lastYear.unused()) process.stderr.write(`${notice}\n`);
  baseline?.reportUnused();
  return exit;
}

function exitOf(outcome: Outcome): number {
  if (outcome.status === 'unrecognised') return EXIT.unread;
  return outcome.findings.some((finding) => finding.severity === 'error') ? EXIT.errors : EXIT.clean;
}

async function readInput(file: string): Promise<Result<Document, ReadFailure>> {
  try {
    const { size } = await stat(file);
    // Looked at before it is loaded: memory stays bounded whatever is named.
    if (size > MAX_BYTES) return failed({ code: 'too-large', size, limit: MAX_BYTES });
    return await readFile(await readBytes(file), readHtml);
  } catch (error) {
    return failed({ code: 'unreadable', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
