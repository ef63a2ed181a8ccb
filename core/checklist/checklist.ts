/** 核查清单: which rules at which severity, deadlines, relations of one’s own, what a person looks at. Plain JSON. */
import type { FormId } from '../forms/form';
import type { Deadlines } from '../rules/deadlines';
import type { Severity } from '../rules/finding';
import type { OwnForm } from '../sums/own-form';

export type RuleSetting = 'off' | Severity;

/** `现行有效 ≥ 制发`, as a person writes it. */
export interface OwnRelation {
  readonly text: string;
  readonly name?: string;
  /** Warning where absent: what a person adds is a matter to look into. */
  readonly severity?: Severity;
  /** What it rests on, printed with the finding. */
  readonly why?: string;
}

/** What no rule can check. */
export interface ManualItem {
  readonly id: string;
  readonly text: string;
  readonly who?: string;
  readonly by?: string;
}

export interface Checklist {
  readonly name: string;
  readonly version: string;
  /** The forms that its relations are written for; none: for any. */
  readonly forms: readonly FormId[];
  /** By rule id; a rule that is not named keeps its own severity. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Null: those of the regulation. */
  readonly deadlines: Deadlines | null;
  readonly relations: readonly OwnRelation[];
  readonly manual: readonly ManualItem[];
  /** 自定报表格式 that it carries. Absent where there are none, so that older checklists stay what they were, byte for byte. */
  readonly ownForms?: readonly OwnForm[];
}

export function settingOf(checklist: Checklist | undefined, rule: string): RuleSetting | null {
  if (checklist === undefined || !Object.hasOwn(checklist.rules, rule)) return null;
  return checklist.rules[rule] ?? null;
}
