/** 核查规则: what one rule file holds. */
import type { Document, Place } from '../document/document';
import type { OrganClass } from '../document/organ';
import type { Fact } from '../forms/facts';
import type { CellId, Form, FormTable, TableId } from '../forms/form';
import type { OtherKind } from '../forms/other-forms';
import type { TableReading } from '../forms/reading';
import type { Section } from '../forms/sections';
import type { RelationResult } from '../relations/relation';
import type { Passage } from '../statements/passage';
import type { Statement } from '../statements/statement';
import type { TextSketch } from '../statements/text-sketch';
import type { Deadlines } from './deadlines';
import type { Finding, FindingData, Severity } from './finding';
import type { PreviousReport } from './previous';

export type Language = 'zh-CN' | 'en';

/** What a rule looks at. */
export interface Report {
  readonly document: Document;
  readonly organ: string | null;
  readonly year: number | null;
  /** The title as printed. */
  readonly title: string | null;
  readonly organClass: OrganClass;
  /** Form of the report as a whole. */
  readonly form: Form;
  /** One per table of the form, found or not, in form order. */
  readonly tables: readonly TableReading[];
  readonly facts: ReadonlyMap<CellId, Fact>;
  readonly relations: readonly RelationResult[];
  /** In page order; those whose headings were found. */
  readonly sections: readonly Section[];
  /** The prose, tables of the form left out. */
  readonly passages: readonly Passage[];
  /** What the prose states about the tables. */
  readonly statements: readonly Statement[];
  /** What the organ says in its own words, for comparison with other reports. */
  readonly sketch: TextSketch;
  /** Last year's report of the same organ, where it is known. */
  readonly previous: PreviousReport | null;
  /** Statistics of law enforcement of the same organ and year, where they are known. */
  readonly statistics: PreviousReport | null;
  /** ISO date (2025-01-24) of publication, where the page or the caller tells it. */
  readonly published: string | null;
  readonly deadlines: Deadlines;
}

/** What a rule returns: a finding before it is located and given its fingerprint. */
export type RuleFinding<D extends FindingData = FindingData> = {
  readonly data: D;
  readonly severity?: Severity;
  readonly cells?: readonly CellId[];
  readonly relations?: Finding['relations'];
  readonly quote?: string;
  readonly place?: Place | null;
  /** Tells findings of one rule apart where they have neither relations, cells nor a quote. */
  readonly about?: string;
};

/** How sentences name things of the form, in one language. */
export interface Naming {
  /** 表三“予以公开”行自然人列 */
  cell(id: CellId): string;
  /** 予以公开 */
  row(table: TableId, row: string): string;
  /** 自然人 */
  column(table: TableId, column: string): string;
  /** 表三 */
  table(id: TableId): string;
}

export type MessageInput<D extends FindingData = FindingData> = Pick<
  Finding,
  'cells' | 'relations' | 'suspects' | 'repairs' | 'operations' | 'quote'
> & { readonly data: D };

export type Messages<D extends FindingData> = Readonly<
  Record<Language, (input: MessageInput<D>, name: Naming) => string>
>;

/** A report for the docs and the tests: a correct one of 0s, but for what is said here. */
export interface ExampleReport {
  readonly form?: '2019' | '2021';
  readonly year?: number;
  readonly organ?: string;
  /** The title line, in place of organ, year and the form’s title. */
  readonly title?: string;
  /** ISO date of publication. */
  readonly published?: string;
  /** Raw text by cell id; 0 where absent. Null: the cell is not there. */
  readonly cells?: Readonly<Record<CellId, string | number | null>>;
  /** Paragraphs by section, 1 to 6, and 0 for the foreword, in place of the usual ones. */
  readonly prose?: Readonly<Record<number, readonly string[]>>;
  /** Titles of sections in place of the form’s, numbers included; null: the section is left out, text, table and all. */
  readonly headings?: Readonly<Record<number, string | null>>;
  /** Table ids left out of the page altogether. */
  readonly without?: readonly TableId[];
  /** Row labels printed in a table although the form has none, each with its values. */
  readonly extraRows?: Readonly<
    Record<TableId, readonly { readonly label: string; readonly values: readonly string[] }[]>
  >;
}

export interface Example extends ExampleReport {
  readonly name: string;
  /** Last year’s report of the same organ; its year is the year before. */
  readonly previous?: ExampleReport;
  /** Statistics of law enforcement of the same organ and year: these cells otherwise. */
  readonly beside?: Readonly<Record<CellId, string>>;
  /** Relations that a checklist adds. */
  readonly relations?: readonly string[];
  /** Final accounts in place of such a report: small ones that add up, but for the raw texts of these cells. */
  readonly accounts?: Readonly<Record<CellId, string>>;
  /** A website’s report in their place; `filledIn` is its 填报日期. */
  readonly website?: Readonly<Record<CellId | 'filledIn', string>>;
  /** Statistics of law enforcement in their place. */
  readonly enforcement?: Readonly<Record<CellId, string>>;
  /** How many findings of this rule the report must give. */
  readonly findings: number;
}

export interface Rule<D extends FindingData = FindingData> {
  readonly id: string;
  readonly severity: Severity;
  /** Document and clause. */
  readonly source: { readonly document: string; readonly clause: string };
  /** What it checks, one sentence. */
  readonly summary: Readonly<Record<Language, string>>;
  readonly messages: Messages<D>;
  readonly advice: Readonly<Record<Language, string>>;
  readonly examples: readonly Example[];
  /** Which kind of report it judges; annual reports on open information where absent. */
  readonly about?: OtherKind;
  /** It judges the prose by itself, so it also speaks where a text has no table of a form. */
  readonly needsNoTable?: true;
  /** It judges a set of reports, not one: `organs` makes its findings, here stand its words. */
  readonly judgesSet?: true;
  /** Absent where the finding is made by the locator, by a checklist or of a set of reports. */
  check?(report: Report): Iterable<RuleFinding<D>>;
}

/** Keeps the type of a rule's data tight inside its file and general outside. */
export function defineRule<D extends FindingData>(rule: Rule<D>): Rule {
  return rule as unknown as Rule;
}

export function tableReading(report: Report, table: FormTable | TableId): TableReading | undefined {
  const id = typeof table === 'string' ? table : table.id;
  return report.tables.find((reading) => reading.table.id === id);
}
