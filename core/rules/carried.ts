/** 结转: what last year's report hands over and this year's takes in, read kindly on both sides. */
import { type Fact, isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import { exactSum } from '../relations/exact';
import { type LastYear, lastYearOf } from './previous';
import type { Report } from './rule';

export const APPLICANT_PARTS = ['individual', 'company', 'research', 'charity', 'legalService', 'otherOrganisation'];

type FactOf = (cell: CellId) => Fact;

/** One of the two rows 上年结转 and 结转下年度, in its total column. */
interface CarriedRow {
  /** As printed; where the total is empty, what its parts add up to. */
  readonly value: number;
  /** Every value that the row, its parts and its balance can be read as. */
  readonly readings: readonly number[];
  /** A number is printed, and row and balance agree with it. */
  readonly sound: boolean;
  /** By applicant; null where none of them is filled in. */
  readonly parts: readonly number[] | null;
}

/** Why a difference may be in order. */
export type CarryDoubt = 'none' | 'noted' | 'name' | 'form' | 'scope' | 'sums' | 'empty';

export interface Carry {
  readonly last: LastYear;
  readonly here: CarriedRow;
  readonly there: CarriedRow;
  readonly doubt: CarryDoubt;
}

/** Null where either number was not read, or last year's report is not known. */
export function carryOf(report: Report): Carry | null {
  const last = lastYearOf(report);
  if (last === null) return null;
  const now: FactOf = (cell) => report.facts.get(cell) ?? MISSING;
  const before: FactOf = (cell) => last.report.facts[cell] ?? MISSING;
  const here = rowOf(now, 'carriedIn', ['decided', 'carriedOut'], ['received']);
  const there = rowOf(before, 'carriedOut', ['received', 'carriedIn'], ['decided']);
  if (here === null || there === null) return null;
  return { last, here, there, doubt: doubtOf(report, last, here, there, now, before) };
}

export function differs({ here, there }: Carry): boolean {
  return !here.readings.some((value) => there.readings.includes(value));
}

function rowOf(of: FactOf, row: string, plus: readonly string[], minus: readonly string[]): CarriedRow | null {
  const total = of(`applications.${row}.total`);
  const facts = APPLICANT_PARTS.map((part) => of(`applications.${row}.${part}`));
  const readable = facts.every((fact) => fact.state === 'number' || isEmpty(fact));
  if (!readable || (total.state !== 'number' && !isEmpty(total))) return null;
  const parts = facts.map((fact) => fact.value ?? 0);
  const sum = exactSum(parts);
  const value = total.value ?? sum;
  const balance = balanceOf(of, plus, minus);
  const readings = [value, sum, ...(balance === null ? [] : [balance])];
  return {
    value,
    readings,
    sound: total.value !== null && balance !== null && readings.every((reading) => reading === value),
    parts: facts.every(isEmpty) ? null : parts,
  };
}

/** What the other three totals leave for this row; null where one was not read, and where all are empty. */
function balanceOf(of: FactOf, plus: readonly string[], minus: readonly string[]): number | null {
  const facts = [...plus, ...minus].map((row) => of(`applications.${row}.total`));
  if (facts.every(isEmpty) || facts.some((fact) => fact.state !== 'number' && !isEmpty(fact))) return null;
  return exactSum(facts.map((fact, at) => (at < plus.length ? (fact.value ?? 0) : -(fact.value ?? 0))));
}

function doubtOf(
  report: Report,
  last: LastYear,
  here: CarriedRow,
  there: CarriedRow,
  now: FactOf,
  before: FactOf,
): CarryDoubt {
  if (report.passages.some(({ text }) => NOTED.test(text))) return 'noted';
  if (!last.sure) return 'name';
  const form = report.tables.find(({ table }) => table.id === 'applications')?.form.id;
  if (form !== last.report.forms['applications']) return 'form';
  if (isEmpty(now('applications.carriedIn.total')) || isEmpty(before('applications.carriedOut.total'))) return 'empty';
  if (!here.sound || !there.sound) return 'sums';
  return report.organClass.scope === null || changesScale(now, before) ? 'scope' : 'none';
}

/** The report itself says why the two need not agree. */
const NOTED =
  /(?:结转|上年|上一年|去年)[^。]{0,60}(?:更正|修正|机构改革|职能(?:调整|划转)|划入|划转|合并|更名|撤销|撤并|口径|重新统计)|(?:更正|修正|机构改革|职能划|划入|合并|更名|口径)[^。]{0,60}结转/;

/** Whole region in one year, own organ in the other: then all numbers are of another size. */
function changesScale(now: FactOf, before: FactOf): boolean {
  const [a, b] = [now('applications.received.total').value ?? 0, before('applications.received.total').value ?? 0];
  return Math.abs(a - b) >= 20 && Math.max(a, b) >= 5 * Math.min(a, b);
}

/** For examples: three requests, received from individuals and carried over to next year. */
export const CARRIED_OUT = {
  'applications.received.individual': 3,
  'applications.received.total': 3,
  'applications.carriedOut.individual': 3,
  'applications.carriedOut.total': 3,
};
