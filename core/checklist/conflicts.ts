/** Which relations of a checklist cannot hold together, and which hold anyway. */
import type { CellId, CellType, Form } from '../forms/form';
import { type Budget, canFail, canHold, type Linear, type VariableKind, type Verdict } from '../relations/feasible';
import type { OwnTerm, StatedRelation } from '../relations/own-relation';

export interface Conflict {
  readonly index: number;
  /** The other relations of the checklist that it takes. */
  readonly with: readonly number[];
  /** The relations of the form are needed too. */
  readonly form: boolean;
}

export interface Conflicts {
  readonly contradictory: readonly Conflict[];
  readonly redundant: readonly Conflict[];
  /** The relation at which the search was ended; null where it was not. */
  readonly undecided: number | null;
}

/** Operations on entries: a second or two at worst. */
const STEPS = 2_000_000;

const PREVIOUS = 'previous:';

export function conflictsOf(stated: ReadonlyMap<number, readonly StatedRelation[]>, form: Form): Conflicts {
  const search = new ConflictSearch(stated, form, { steps: STEPS });
  const contradictory = search.contradictions();
  const redundant = search.redundancies();
  return { contradictory, redundant, undecided: search.undecided };
}

class ConflictSearch {
  undecided: number | null = null;
  private readonly own: ReadonlyMap<number, readonly Linear[]>;
  private readonly ofForm: readonly Linear[];
  private readonly kindOf: (variable: string) => VariableKind;
  /** What is left once contradictions and redundancies are taken out. */
  private standing: readonly number[];

  constructor(
    stated: ReadonlyMap<number, readonly StatedRelation[]>,
    form: Form,
    private readonly budget: Budget,
  ) {
    this.own = new Map([...stated].map(([index, relations]) => [index, relations.map(linearOf)]));
    this.standing = [...stated.keys()];
    this.kindOf = kindsOf(form);
    this.ofForm = formRelations(form, new Set([...this.own.values()].flat().flatMap(({ terms }) => [...terms.keys()])));
  }

  /** Each as the fewest relations that fail together; the last of them is taken out, and the search goes on. */
  contradictions(): Conflict[] {
    const found: Conflict[] = [];
    while (this.standing.length > 0) {
      const verdict = this.together(this.standing, true);
      if (verdict === 'undecided') this.undecided ??= this.standing[0] ?? null;
      if (verdict !== 'impossible') break;
      const core = fewest(this.standing, (some) => this.together(some, true) === 'impossible');
      const last = core.at(-1);
      if (last === undefined) break;
      const form = this.together(core, false) !== 'impossible';
      found.push({ index: last, with: core.slice(0, -1), form });
      this.standing = this.standing.filter((index) => index !== last);
    }
    return found;
  }

  /** From the last to the first, so that of two that say the same the later is the redundant one. */
  redundancies(): Conflict[] {
    const found: Conflict[] = [];
    if (this.undecided !== null) return found;
    for (const index of [...this.standing].reverse()) {
      const others = this.standing.filter((each) => each !== index);
      const verdict = this.follows(index, others, true);
      if (verdict === 'undecided') {
        this.undecided = index;
        break;
      }
      if (verdict === 'possible') continue;
      const needed = fewest(others, (some) => this.follows(index, some, true) === 'impossible');
      const form = this.follows(index, needed, false) !== 'impossible';
      found.unshift({ index, with: needed, form });
      this.standing = others;
    }
    return found;
  }

  private together(indexes: readonly number[], form: boolean): Verdict {
    return canHold(this.relationsOf(indexes, form), this.kindOf, this.budget);
  }

  /** `impossible`: it cannot fail where these hold. */
  private follows(index: number, indexes: readonly number[], form: boolean): Verdict {
    const others = this.relationsOf(indexes, form);
    let undecided = false;
    for (const relation of this.own.get(index) ?? []) {
      const verdict = canFail(relation, others, this.kindOf, this.budget);
      if (verdict === 'possible') return 'possible';
      undecided ||= verdict === 'undecided';
    }
    return undecided ? 'undecided' : 'impossible';
  }

  private relationsOf(indexes: readonly number[], form: boolean): Linear[] {
    return [...(form ? this.ofForm : []), ...indexes.flatMap((index) => this.own.get(index) ?? [])];
  }
}

/** Leaves out one after the other what is not needed for the verdict. */
function fewest(all: readonly number[], enough: (some: readonly number[]) => boolean): readonly number[] {
  let needed = all;
  for (const index of all) {
    const without = needed.filter((each) => each !== index);
    if (enough(without)) needed = without;
  }
  return needed;
}

function variableOf(cell: CellId, previous: boolean): string {
  return previous ? PREVIOUS + cell : cell;
}

function linearOf({ left, comparison, right }: StatedRelation): Linear {
  const terms = new Map<string, bigint>();
  let value = 0n;
  const add = ({ coefficient, cell, previous }: OwnTerm, sign: bigint): void => {
    const amount = sign * BigInt(coefficient);
    if (cell === null) {
      value -= amount;
      return;
    }
    const variable = variableOf(cell, previous);
    terms.set(variable, (terms.get(variable) ?? 0n) + amount);
  };
  for (const term of left) add(term, 1n);
  for (const term of right) add(term, -1n);
  return { terms, comparison, value };
}

/** The relations of the tables that are named, of this year and of last year. */
function formRelations(form: Form, variables: ReadonlySet<string>): Linear[] {
  return form.tables.flatMap((table) =>
    [false, true].flatMap((previous) => {
      const start = variableOf(`${table.id}.`, previous);
      if (![...variables].some((variable) => variable.startsWith(start))) return [];
      return table.relations.map(({ left, right }): Linear => {
        const terms = [
          ...left.map((cell) => [variableOf(cell, previous), 1n] as const),
          ...right.map((cell) => [variableOf(cell, previous), -1n] as const),
        ];
        return { terms: new Map(terms), comparison: '=', value: 0n };
      });
    }),
  );
}

const KINDS: Readonly<Record<CellType, VariableKind>> = {
  count: 'count',
  signed: 'signed',
  decimal: 'decimal',
  money: 'decimal',
};

function kindsOf(form: Form): (variable: string) => VariableKind {
  const cells = form.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  const types = new Map(cells.map((cell) => [cell.id, KINDS[cell.type]]));
  return (variable) => types.get(variable.replace(PREVIOUS, '')) ?? 'decimal';
}
