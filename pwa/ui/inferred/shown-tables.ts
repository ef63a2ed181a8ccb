/** What is to be shown: what was found, what forms of one's own say, and what people said of it. */
import { type KeptForm, relationSubject } from '../../../core/exchange/own-form';
import type { ReviewStatus } from '../../../core/exchange/schema';
import {
  type Document,
  formOfTable,
  type InferredRelation,
  type InferredTable,
  ownRelations,
} from '../../../core/index';
import type { ShownTable } from './choice';

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
    const form = formOfTable(table, said.forms);
    const own = form === null ? null : ownRelations(form, document, table);
    if (form !== null && own !== null) forms.set(table.block, { form, unchecked: own.unchecked });
    const known = new Set(own?.relations.map(identity));
    const inferred = table.relations
      .filter((relation) => !known.has(identity(relation)))
      .map((relation) => ({
        relation,
        form: null,
        rejected: said.words.get(relationSubject(relation)) === 'dismissed',
      }));
    const shown = (own?.relations ?? []).map((relation) => ({ relation, form: form?.name ?? '', rejected: false }));
    return { table, relations: [...shown, ...inferred.sort((a, b) => Number(a.rejected) - Number(b.rejected))] };
  });
  return { tables, forms };
}

function identity({ axis, totalKey, partKeys }: InferredRelation): string {
  return JSON.stringify([axis, totalKey, partKeys]);
}
