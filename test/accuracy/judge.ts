/** One case: a report with a planted error, what the check said of it, and whether that is right. */
import { type CellId, check, type Finding, type Outcome } from '../../core/index';
import { paragraphTexts } from '../support/generate/prose/compose';
import { previousOf, printed, proseOfSample, type Sample } from '../support/generate/report';
import { type ErrorClass, operationsOf, type Planting } from './errors/error-class';
import { type Layout, readAs } from './layouts';

export interface Verdict {
  readonly cells: readonly [read: number, expected: number];
  readonly relations: readonly [checked: number, expected: number];
  readonly found: boolean;
  /** Errors and warnings of the rules on numbers and prose, and how many of them are of the planted error. */
  readonly findings: number;
  readonly right: number;
  /** Null where no repair is looked for. */
  readonly located: Located | null;
  /** The slip was called by its name, with the cells it touched; null where the class has no name. */
  readonly named: boolean | null;
  /** All cells that tie were shown, and no others; null where none tie. */
  readonly tied: boolean | null;
}

export interface Located {
  /** The truth is the one repair offered. */
  readonly alone: boolean;
  readonly inSet: boolean;
  readonly first: boolean;
  readonly size: number;
}

/** Rules 1–15 and 29–55 of the rule book, §8. A blank cell is no error here: pages are printed with them. */
const NUMBERS_AND_PROSE =
  /^(?:t3-|t4-|num-|fee-|table-|x-|valid-|regulation-no-power|text-|infofee-|similar-|numbers-same|old-format-table)/;

/** That the layout is not the form’s and the text much like last year’s is true of what is generated, and no word on the error. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['table-altered', 'similar-last-year']);

export function counts({ rule, severity }: Finding): boolean {
  return severity !== 'info' && NUMBERS_AND_PROSE.test(rule);
}

export function outcomeOf(sample: Sample, planting: Planting, layout: Layout, across: boolean): Outcome {
  const before = across ? previousOf(sample) : null;
  const previous = before === null ? null : check(readAs(layout, printed(before)));
  return check(readAs(layout, printed(sample, planting)), previous === null ? {} : { previous });
}

export function judge(
  sample: Sample,
  planting: Planting,
  layout: Layout,
  { rules, across = false, anySeverity = false }: Pick<ErrorClass, 'rules' | 'across' | 'anySeverity'>,
): Verdict {
  const outcome = outcomeOf(sample, planting, layout, across);
  const findings = outcome.findings.filter((each) => counts(each) && !OF_THE_PAGE.has(each.rule));
  let twin: readonly string[] | null = null;
  const honest = honestFindings(sample, planting, layout, across);
  const isRight = (finding: Finding): boolean => {
    // Said of the sentence as it should read as well: another matter, or a mistake.
    if (honest().includes(maskedName(finding))) return false;
    const plain = touches(finding, planting, outcome) || quotes(finding, sample, planting);
    // A sentence that the true table agrees with is evidence of the wrong cell, and so is of a wrong sentence
    // what is measured by the number in it: outcomes that do not add up to it.
    if (plain || (planting.cells === undefined && !measuresBy(finding, planting))) return plain;
    if (finding.relations.length > 0) return false;
    twin ??= outcomeOf(sample, {}, layout, across).findings.map(nameOf);
    return !twin.includes(nameOf(finding));
  };
  const right = findings.filter(isRight);
  const { cells, relations } = outcome.coverage;
  return {
    cells: [cells.read, cells.expected],
    relations: [relations.expected - relations.unchecked, relations.expected],
    found: (anySeverity ? outcome.findings : right).some(({ rule }) => rules?.includes(rule) ?? true),
    findings: findings.length,
    right: right.length,
    located: anySeverity ? null : locatedIn(findings, sample, planting),
    named: planting.operation?.unique === true ? isNamed(findings, sample, planting) : null,
    tied: planting.tie === undefined ? null : showsTie(findings, planting.tie),
  };
}

/** What is said of the report with the planted sentence put right, its numbers masked; nothing where it cannot be. */
function honestFindings(
  sample: Sample,
  { planted, honest }: Planting,
  layout: Layout,
  across: boolean,
): () => readonly string[] {
  let names: readonly string[] | null = null;
  return () => {
    if (planted === undefined || honest === undefined) return [];
    const put: Planting = { planted: { ...planted, spoken: honest } };
    names ??= outcomeOf(sample, put, layout, across).findings.map(maskedName);
    return names;
  };
}

function maskedName(finding: Finding): string {
  return nameOf(finding).replace(/[\d０-９零一二两三四五六七八九十百,]+/g, '#');
}

/** Does the finding name a number that the planted sentence states? */
function measuresBy({ data }: Finding, { planted }: Planting): boolean {
  const stated = new Set(planted?.spoken.text.match(/\d+/g)?.map(Number));
  return Object.values(data).some((value) => typeof value === 'number' && stated.has(value));
}

function nameOf({ rule, quote, cells }: Finding): string {
  return [rule, quote, ...cells].join('|');
}

function touches({ cells, suspects, relations }: Finding, planting: Planting, outcome: Outcome): boolean {
  const wrong = planting.cells;
  if (wrong === undefined) return false;
  const named = suspects.length > 0 ? suspects.map(({ cell }) => cell) : cells;
  if (named.some((cell) => wrong.has(cell))) return true;
  return (
    suspects.length === 0 &&
    relations.some(({ id, at }) => {
      const relation = outcome.relations.find((each) => each.relation.id === id && each.relation.at === at)?.relation;
      return [...(relation?.left ?? []), ...(relation?.right ?? [])].some((cell) => wrong.has(cell));
    })
  );
}

/** Does the quote overlap the planted sentence, in the paragraph where both stand? */
function quotes({ quote }: Finding, sample: Sample, { planted }: Planting): boolean {
  if (quote === null || planted === undefined) return false;
  const said = planted.spoken.text;
  const own = bare(quote);
  return paragraphTexts(proseOfSample(sample, planted))
    .flat()
    .map(bare)
    .some((text) => {
      const at = text.indexOf(bare(said));
      const start = at < 0 ? -1 : text.indexOf(own);
      return start >= 0 && start < at + bare(said).length && start + own.length > at;
    });
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

type Changes = ReadonlyMap<CellId, number>;

function truthOf({ truth }: Sample, cells: Changes): string {
  return written([...cells.keys()].map((cell) => [cell, truth.cells.get(cell) ?? 0] as const));
}

function written(changes: Iterable<readonly [CellId, number]>): string {
  return [...changes]
    .map(([cell, expected]) => `${cell}=${expected}`)
    .sort()
    .join(' ');
}

/** The sums’ findings, each with its repairs: the truth is one choice out of each. */
function locatedIn(findings: readonly Finding[], sample: Sample, { cells }: Planting): Located | null {
  // Table two has no sums.
  if (cells === undefined || [...cells.keys()].some((cell) => cell.startsWith('disclosure.'))) return null;
  const own = findings.filter(({ relations }) => relations.length > 0);
  const wanted = new Set(truthOf(sample, cells).split(' '));
  const sets = own.map(({ repairs }) => repairs.map((repair) => repair.map((each) => `${each.cell}=${each.expected}`)));
  const fitting = sets.map((repairs) => repairs.findIndex((repair) => repair.every((each) => wanted.has(each))));
  const chosen = new Set(sets.flatMap((repairs, at) => repairs[fitting[at] ?? -1] ?? []));
  const inSet = own.length > 0 && fitting.every((at) => at >= 0) && chosen.size === wanted.size;
  const size = sets.reduce((product, repairs) => product * repairs.length, 1);
  return { alone: inSet && size === 1, inSet, first: inSet && fitting.every((at) => at === 0), size };
}

function isNamed(findings: readonly Finding[], sample: Sample, { operation, cells }: Planting): boolean {
  const wanted = truthOf(sample, cells ?? new Map());
  return findings.some((finding) => {
    const [best] = operationsOf(finding);
    if (best === undefined || operation?.kinds.includes(best.kind) !== true) return false;
    return written(best.changes.map(({ cell, expected }) => [cell, expected] as const)) === wanted;
  });
}

function showsTie(findings: readonly Finding[], tie: readonly CellId[]): boolean {
  const shown = findings.flatMap(({ rule, suspects }) => (rule === 't4-total' ? suspects.map(({ cell }) => cell) : []));
  return [...shown].sort().join() === [...tie].sort().join();
}
