/** What a published report form is: tables of rows, each row with its own columns, and the relations between cells. */
import type { Relation } from '../relations/relation';

/** The meaning of a cell, not its place: `applications.received.individual`. */
export type CellId = string;
export type TableId = string;
export type FormId = string;

/** What kind of report a form is of: `open-info-annual`, `final-accounts`; years of a form are of one kind. */
export function kindOfForm(form: FormId | null): string | null {
  return form === null ? null : form.slice(0, form.lastIndexOf('@'));
}

/** Where a form is not told, nothing speaks against the reports being of one kind. */
export function sameKind(a: FormId | null | undefined, b: FormId | null | undefined): boolean {
  return a === undefined || b === undefined || a === null || b === null || kindOfForm(a) === kindOfForm(b);
}

export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** `count`: integer ≥ 0. `decimal`: ≥ 0 in `unit`. `signed`: integer with a sign. `money`: amount with its unit in the cell. */
export type CellType = 'count' | 'decimal' | 'signed' | 'money';

export interface FormColumn {
  readonly id: string;
  readonly label: Label;
  readonly aliases: readonly string[];
  /** Header cells above the label, outermost first. */
  readonly path: readonly Label[];
}

export interface FormCell {
  readonly id: CellId;
  readonly column: FormColumn;
  readonly type: CellType;
  readonly unit?: string;
}

export interface FormRow {
  readonly id: string;
  /** Null where the form prints no label beside the numbers (table 4). */
  readonly label: Label | null;
  readonly aliases: readonly string[];
  /** Label cells to the left of or above the label, outermost first. */
  readonly path: readonly Label[];
  readonly cells: readonly FormCell[];
}

export interface FormTable {
  readonly id: TableId;
  /** As people call it: 表二. */
  readonly name: Label;
  /** Number of the section it stands in, from 1. */
  readonly section: number;
  /** How the national form draws it. */
  readonly shape: 'articles' | 'applicants' | 'strip';
  /** Rows that differ from report to report, by code or label, have these columns; absent where all rows are known. */
  readonly open?: readonly FormColumn[];
  /** A report need not have it: not every organ has something to put there. */
  readonly optional?: true;
  readonly rows: readonly FormRow[];
  readonly relations: readonly Relation[];
  /** The rule that reports a located wrong cell in place of the failing relations; null where these stay. */
  readonly locatedBy: string | null;
}

export interface Form {
  readonly id: FormId;
  /** Short name for people: 2021 年格式. */
  readonly name: Label;
  readonly title: string;
  /** The document that sets the form. */
  readonly basis: string;
  /** Report years it applies to, both ends included; `to` null while it is in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  /** Section titles, 一 to 六, without their numbers. */
  readonly sections: readonly string[];
  readonly tables: readonly FormTable[];
}
