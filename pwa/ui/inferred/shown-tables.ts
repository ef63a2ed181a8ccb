/** What is to be shown: what was found, what forms of one's own say, and what people said of it. */
import { type KeptForm, relationSubject } from '../../../core/exchange/own-form';
import type { ReviewStatus } from '../../../core/exchange/schema';
import {
  type Document,
  formsOfTable,
  type InferredRelation,
  type InferredTable,
  ownRelations,
} from '../../../core/index';
import type { ShownRelation, ShownTable } from './choice';

export interface MatchedForm {
  readonly form: KeptForm;
  /** Sums of it that could not be checked. */
  readonly unchecked: number;
}

export interface Said {
  readonly forms: readonly KeptForm[];
  /** By `relationSubject`. */
  readonly words: ReadonlyMap<string, ReviewStatus>;
}

export interface ShownTables {
  readonly tables: readonly ShownTable[];
  /** By block. */
  readonly forms: ReadonlyMap<number, MatchedForm>;
}

/** Relations of a form of one's own first; what it says is not inferred once more; what was rejected comes last. */
export function showTables(document: Document, found: readonly InferredTable[], said: Said): ShownTables {
  const forms = new Map<number, MatchedForm>();
  const tables = found.map((table): ShownTable => {
    const own = formsOfTable(table, said.forms).map((form) => ({ form, ...ownRelations(form, document, table) }));
    const [first] = own;
    if (first !== undefined)
      forms.set(table.block, { form: first.form, unchecked: Math.max(...own.map(({ unchecked }) => unchecked)) });
    // What two of them say alike is shown once.
    const stated = new Map<string, ShownRelation>();
    for (const { form, relations } of own)
      for (const relation of relations)
        if (!stated.has(relation.key)) stated.set(relation.key, { relation, form: form.name, rejected: false });
    const known = new Set([...stated.values()].map(({ relation }) => identity(relation)));
    const inferred = table.relations
      .filter((relation) => !known.has(identity(relation)))
      .map((relation) => ({
        relation,
        form: null,
        rejected: said.words.get(relationSubject(relation)) === 'dismissed',
      }));
    return {
      table,
      relations: [...stated.values(), ...inferred.sort((a, b) => Number(a.rejected) - Number(b.rejected))],
    };
  });
  return { tables, forms };
}

function identity({ axis, totalKey, partKeys }: InferredRelation): string {
  return JSON.stringify([axis, totalKey, partKeys]);
}
