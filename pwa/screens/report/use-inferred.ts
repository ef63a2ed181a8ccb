/** The sums inferred in the tables that no form has claimed, and what people said of them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { relationSubject } from '../../../core/exchange/own-form';
import type { SavedReport } from '../../../core/exchange/schema';
import { claimedBlocks, type InferredTable } from '../../../core/index';
import { loadOwnForms, opinionsOf, type Review, reviewOf } from '../../db/index';
import { type Choice, choiceIn, type ShownRelation, type ShownTable } from '../../ui/inferred/choice';
import { inferAway } from '../../ui/inferred/infer';
import { type MatchedForm, showTables } from '../../ui/inferred/shown-tables';
import { useLive } from '../../use-live';

/** Its tab. */
export const SUMS = 'sums';

export interface InferredModel {
  readonly state: 'searching' | 'ready';
  /** Whether any sum was found. */
  readonly some: boolean;
  readonly tables: readonly ShownTable[];
  readonly choice: Choice | null;
  readonly choose: (choice: Choice) => void;
  /** What was said of an inferred relation. */
  readonly said: (shown: ShownRelation) => Review['status'];
  /** The form of one's own that a table is of, with what of it could not be checked. */
  readonly formOf: (table: InferredTable) => MatchedForm | null;
}

export function useInferred(report: SavedReport): InferredModel {
  const [found, setFound] = useState<readonly InferredTable[] | null>(null);
  const [chosen, setChosen] = useState<Choice | null>(null);
  useEffect(() => {
    setChosen(null);
    const search = new AbortController();
    // After what is known has been drawn.
    const timer = setTimeout(async () => {
      const tables = await inferAway(report.document, claimedBlocks(report.outcome), search.signal);
      if (!search.signal.aborted) setFound(tables);
    });
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [report.id]);
  const subjects = useMemo(() => (found ?? []).flatMap(({ relations }) => relations.map(relationSubject)), [found]);
  const live = useLive(async () => ({ forms: await loadOwnForms(), words: await opinionsOf(subjects) }), [subjects]);
  const kept = live.state === 'ready' ? live.value : null;
  const { tables, forms, words } = useMemo(() => {
    const said = kept?.words.opinions ?? [];
    const words = new Map(
      subjects.map((subject) => {
        const own = said.filter(({ finding }) => finding === subject);
        return [subject, reviewOf(own, '').status] as const;
      }),
    );
    const shown = showTables(report.document, found ?? [], { forms: kept?.forms ?? [], words });
    return { ...shown, words };
  }, [found, kept, subjects]);
  const [first] = tables.filter(({ relations }) => relations.length > 0);
  const [gravest] = first?.relations ?? [];
  return {
    state: found === null ? 'searching' : 'ready',
    some: first !== undefined || tables.some(({ table }) => table.derived.length > 0),
    tables,
    choice: chosen ?? (first === undefined || gravest === undefined ? null : choiceIn(first, gravest)),
    choose: setChosen,
    said: ({ relation }) => words.get(relationSubject(relation)) ?? 'open',
    formOf: ({ block }) => forms.get(block) ?? null,
  };
}
