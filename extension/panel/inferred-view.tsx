import '../../pwa/ui/inferred/inferred.css';
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { relationSubject } from '../../core/exchange/own-form';
import { claimedBlocks, type InferredTable, sumState } from '../../core/index';
import { loadOwnForms, opinionsOf, reviewOf, say } from '../../pwa/db/index';
import { showToast } from '../../pwa/ui/index';
import { type Choice, chosenOf, type ShownTable } from '../../pwa/ui/inferred/choice';
import { inferAway } from '../../pwa/ui/inferred/infer';
import { type Said, showTables } from '../../pwa/ui/inferred/shown-tables';
import { SumList } from '../../pwa/ui/inferred/sum-list';
import { t as ofSums } from '../../pwa/ui/inferred/t';
import { RelationWords } from '../../pwa/ui/inferred/words';
import type { SumsCall } from '../messages';
import { sumMark } from '../plain-messages';
import type { InferredProps } from './inferred-part';
import { t } from './t';

const NO_TABLES: readonly InferredTable[] = [];
const NOTHING_SAID: Said = { forms: [], words: new Map() };

/** The sums found in the tables of a page of no known form; the chosen one is marked in the page. */
export function InferredView({ session, page }: InferredProps) {
  const { document } = page;
  const searched = useSearched(page);
  const found = searched ?? NO_TABLES;
  const said = useSaid(found);
  const { tables, forms } = useMemo(() => showTables(document, found, said), [document, found, said]);
  const [choice, setChoice] = useState<Choice | null>(null);
  const asked = useRef(false);
  const now = session.now.value;
  useEffect(() => {
    if (now !== 'there' || tables.every(({ relations }) => relations.length === 0)) return;
    // Only what a person chose is brought into view; the page does not move by itself.
    void session.showSums({ ...marksOf(tables, choice), scroll: asked.current }).then((state) => {
      if (state === 'hidden' || (state === 'lost' && asked.current)) showToast(t(`${state}.cell`));
      asked.current = false;
    });
  }, [tables, choice, now]);
  const clicked = session.current.value;
  useEffect(() => setChoice((before) => choiceAt(tables, clicked) ?? before), [clicked]);
  if (searched === null)
    return (
      <p class="quiet" role="status">
        {ofSums('searching')}
      </p>
    );
  if (found.length === 0) return null;
  if (tables.every(({ relations, table }) => relations.length + table.derived.length === 0))
    return (
      <section class="statement" role="status">
        <h2>{ofSums('none')}</h2>
        <p class="quiet">{ofSums('none.detail', { tables: found.length })}</p>
      </section>
    );
  return (
    <section class="stack" aria-label={ofSums('title')}>
      <SumList
        tables={tables}
        choice={choice}
        onChoose={(next) => {
          asked.current = true;
          setChoice(next);
        }}
        aside={({ table }) => {
          const matched = forms.get(table.block);
          return matched === undefined ? null : (
            <p class="note info">
              {ofSums('form', { name: matched.form.name })}
              {matched.unchecked === 0 ? null : ` ${ofSums('form.unchecked', { count: matched.unchecked })}`}
            </p>
          );
        }}
        actions={(_table, { relation, form }) =>
          form === null ? (
            <RelationWords
              said={said.words.get(relationSubject(relation)) ?? 'open'}
              onSay={(status) =>
                void say(relationSubject(relation), '', { status }).then((kept) => {
                  if (!kept.ok) showToast(t('save.failed.other', { reason: kept.error.reason }));
                })
              }
            />
          ) : null
        }
      />
    </section>
  );
}

/** Null until the search has ended. */
function useSearched({ document, outcome }: InferredProps['page']): readonly InferredTable[] | null {
  const [found, setFound] = useState<readonly InferredTable[] | null>(null);
  useEffect(() => {
    setFound(null);
    const search = new AbortController();
    void inferAway(document, claimedBlocks(outcome), search.signal).then((tables) => {
      if (!search.signal.aborted) setFound(tables);
    });
    return () => search.abort();
  }, [document]);
  return found;
}

/** Forms of one's own and words on what was found, as the store has them now. */
function useSaid(found: readonly InferredTable[]): Said {
  const [said, setSaid] = useState(NOTHING_SAID);
  useEffect(() => {
    const subjects = found.flatMap(({ relations }) => relations.map(relationSubject));
    const query = liveQuery(async (): Promise<Said> => {
      const [forms, { opinions }] = [await loadOwnForms(), await opinionsOf(subjects)];
      const wordOn = (subject: string) =>
        reviewOf(
          opinions.filter(({ finding }) => finding === subject),
          '',
        ).status;
      return { forms, words: new Map(subjects.map((subject) => [subject, wordOn(subject)])) };
    });
    const subscription = query.subscribe({
      next: setSaid,
      error: (error: unknown) => showToast(t('save.failed.other', { reason: String(error) })),
    });
    return () => subscription.unsubscribe();
  }, [found]);
  return said;
}

/** Each total that does not add up, and the cells of the chosen sum. */
function marksOf(tables: readonly ShownTable[], choice: Choice | null): Pick<SumsCall, 'wrong' | 'chosen'> {
  const sums = tables.flatMap(({ relations }) =>
    relations.filter(({ rejected }) => !rejected).flatMap(({ relation }) => relation.sums),
  );
  const wrong = new Set(sums.filter((sum) => sumState(sum) === 'wrong').map(({ total }) => total.place));
  const sum = chosenOf(tables, choice)?.sum;
  return {
    wrong: [...wrong],
    chosen: sum === undefined ? null : { parts: sum.parts.map(({ place }) => place), total: sum.total.place },
  };
}

/** The failing sum whose mark in the page was clicked. */
function choiceAt(tables: readonly ShownTable[], mark: string | null): Choice | null {
  for (const { table, relations } of tables)
    for (const { relation } of relations)
      for (const [line, sum] of relation.sums.entries())
        if (sumState(sum) === 'wrong' && sumMark(sum.total.place) === mark)
          return { block: table.block, key: relation.key, line };
  return null;
}
