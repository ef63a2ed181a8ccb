import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type InferredRelation, type InferredTable, relationState, sumState } from '../../../core/index';
import { type Choice, choiceIn, type ShownRelation, type ShownTable } from './choice';
import { InferredLine } from './sum-line';
import { t } from './t';

/** Hollow, where what a rule says is solid: a found sum is nobody's rule. */
const SHAPES = { wrong: '◇', hint: '?', holds: '✓' } as const;
const MOST_PARTS = 5;
const MOST_LINES = 6;

interface RelationCardProps {
  readonly table: ShownTable;
  readonly shown: ShownRelation;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  readonly children?: ComponentChildren;
}

/** A relation with its sums; `children`: what can be done about it. */
export function RelationCard({ table, shown, choice, onChoose, children }: RelationCardProps) {
  const { relation, form, rejected } = shown;
  const isCurrent = choice?.block === table.table.block && choice.key === relation.key;
  const state = relationState(relation);
  const word = form === null || state === 'hint' ? t(state) : t(`own.${state}`);
  const holding = relation.sums.filter((sum) => sumState(sum) === 'holds').length;
  const tone = rejected ? 'none' : form !== null && state === 'wrong' ? 'warning' : state;
  return (
    <article
      class={`card stack inferred-card ${rejected ? 'rejected' : state}`}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <p class="row wrap">
        <span class={`tag inferred ${tone}`}>
          {form !== null && state === 'wrong' ? '▲' : SHAPES[state]} {word}
        </span>
        <span class="quiet">{t('lines', { holds: holding, count: relation.sums.length })}</span>
      </p>
      <h3>
        <button type="button" onClick={() => onChoose(choiceIn(table, shown))}>
          {nameOf(relation)}
        </button>
      </h3>
      {isCurrent ? (
        <>
          <Lines
            table={table.table}
            relation={relation}
            line={choice.line}
            onLine={(line) => onChoose({ ...choice, line })}
          />
          {children}
        </>
      ) : null}
    </article>
  );
}

/** 合计 ＝ 城镇＋农村 */
export function nameOf({ total, parts }: InferredRelation): string {
  const name = (each: string | undefined): string => (each === undefined || each === '' ? t('line.unnamed') : each);
  const list =
    parts.length > MOST_PARTS
      ? t('parts.folded', { first: name(parts[0]), last: name(parts.at(-1)), count: parts.length })
      : parts.map(name).join('＋');
  return t('relation', { total: name(total), parts: list });
}

interface LinesProps {
  readonly table: InferredTable;
  readonly relation: InferredRelation;
  readonly line: number;
  readonly onLine: (line: number) => void;
}

/** What fails first, the others as far as they are asked for. */
function Lines({ table, relation, line, onLine }: LinesProps) {
  const [all, setAll] = useState(false);
  const order = [...relation.sums.entries()].sort(([, a], [, b]) => rank(a) - rank(b));
  const rows = all ? order : order.filter(([index], at) => at < MOST_LINES || index === line);
  const sum = relation.sums[line];
  return (
    <>
      <ul class="inferred-lines">
        {rows.map(([index, each]) => (
          <li key={index}>
            <button type="button" aria-pressed={index === line} onClick={() => onLine(index)}>
              {SHAPES[sumState(each)]}{' '}
              {t('line.choose', {
                line: each.line === '' ? t('line.unnamed') : each.line,
                total: each.total.text.trim(),
              })}
              <span class="visually-hidden"> {t(sumState(each))}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length < order.length ? (
        <button type="button" class="more" onClick={() => setAll(true)}>
          {t('line.more', { count: order.length - rows.length })}
        </button>
      ) : null}
      {sum === undefined ? null : <InferredLine table={table} sum={sum} name={relation.total} />}
    </>
  );
}

function rank(sum: Parameters<typeof sumState>[0]): number {
  return { wrong: 0, hint: 1, holds: 2 }[sumState(sum)];
}
