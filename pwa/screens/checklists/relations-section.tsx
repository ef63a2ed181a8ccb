import { useEffect, useMemo } from 'preact/hooks';
import {
  type Checklist,
  cellText,
  explainProblem,
  type FormTable,
  forms,
  type OwnRelation,
  type Severity,
} from '../../../core/index';
import { language, showToast } from '../../ui/index';
import { RelationField } from './relation-field';
import { RelationResults } from './relation-results';
import { t } from './t';
import type { Trial } from './use-trial';

interface RelationsSectionProps {
  readonly checklist: Checklist;
  readonly trial: Trial;
  readonly onChange: (relations: Checklist['relations']) => void;
}

/** 自定关系: typed as people write them; what cannot be, what holds anyway and what it comes to stands below each. */
export function RelationsSection({ checklist, trial, onChange }: RelationsSectionProps) {
  const { relations } = checklist;
  const tables = useMemo(() => tablesFor(checklist.forms), [checklist.forms.join()]);
  useEffect(() => warm(tables), [tables]);
  const set = (index: number, over: Partial<OwnRelation>): void =>
    onChange(relations.map((each, at) => (at === index ? withoutBlank({ ...each, ...over }) : each)));
  const remove = (index: number): void => {
    const before = relations;
    onChange(relations.filter((_, at) => at !== index));
    showToast(t('relation.removed'), () => onChange(before));
  };
  return (
    <section class="card stack" aria-labelledby="relations-title">
      <h2 id="relations-title">{t('relations')}</h2>
      <p class="quiet">{t('relations.detail')}</p>
      {relations.map((relation, index) => (
        <div key={index} class="own-relation stack">
          <div class="row wrap">
            <RelationField
              value={relation.text}
              label={t('relation.text', { number: index + 1 })}
              describedBy={`relation-said-${index}`}
              invalid={problemsAt(trial, index).some(({ code }) => code !== 'redundant')}
              tables={tables}
              onInput={(text) => set(index, { text })}
            />
            <SeverityField
              value={relation.severity}
              label={t('relation.severity', { number: index + 1 })}
              onChoose={(severity) => set(index, { severity })}
            />
            <button
              type="button"
              aria-label={t('relation.remove', { number: index + 1 })}
              onClick={() => remove(index)}
            >
              {t('remove')}
            </button>
          </div>
          <div class="row wrap">
            <input
              value={relation.name ?? ''}
              aria-label={t('relation.name', { number: index + 1 })}
              placeholder={t('relation.name.placeholder')}
              onInput={(event) => set(index, { name: event.currentTarget.value })}
            />
            <input
              class="grow"
              value={relation.why ?? ''}
              aria-label={t('relation.why', { number: index + 1 })}
              placeholder={t('relation.why.placeholder')}
              onInput={(event) => set(index, { why: event.currentTarget.value })}
            />
          </div>
          <div id={`relation-said-${index}`} class="said" aria-live="polite">
            {relation.text.trim() === '' ? null : (
              <>
                {problemsAt(trial, index).map((problem) => (
                  <p key={problem.code} class={`problem ${problem.code === 'redundant' ? 'info' : 'warning'}`}>
                    <span class={`tag ${problem.code === 'redundant' ? 'info' : 'warning'}`}>
                      {t(`problem.${kindOf(problem.code)}`)}
                    </span>{' '}
                    {explainProblem(problem, trial.of ?? checklist, language.value)}
                  </p>
                ))}
                <RelationResults trial={trial} text={relation.text} />
              </>
            )}
          </div>
        </div>
      ))}
      <div>
        <button type="button" onClick={() => onChange([...relations, { text: '' }])}>
          {t('relation.add')}
        </button>
      </div>
    </section>
  );
}

/** Of the forms chosen; where any will do, of the newest. */
function tablesFor(chosen: Checklist['forms']): readonly FormTable[] {
  const wanted = chosen.length === 0 ? [...forms].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, 1) : forms;
  return wanted.filter(({ id }) => chosen.length === 0 || chosen.includes(id)).flatMap((form) => form.tables);
}

/** The names that will be offered, one after the other while nobody waits. Returns the way to stop. */
function warm(tables: readonly FormTable[]): () => void {
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map(({ id }) => id)));
  let at = 0;
  const step = (): void => {
    const cell = cells[at];
    if (cell === undefined) return;
    cellText(cell, tables);
    at += 1;
    timer = setTimeout(step);
  };
  let timer = setTimeout(step);
  return () => clearTimeout(timer);
}

type Problem = NonNullable<Trial['problems']>[number];

function problemsAt({ problems }: Trial, index: number): readonly Problem[] {
  return (problems ?? []).filter(({ where }) => where.part === 'relations' && where.index === index);
}

function kindOf(code: Problem['code']): 'contradictory' | 'redundant' | 'unknown' {
  return code === 'contradictory' || code === 'redundant' ? code : 'unknown';
}

interface SeverityFieldProps {
  readonly value: Severity | undefined;
  readonly label: string;
  readonly onChoose: (severity: Severity) => void;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function SeverityField({ value, label, onChoose }: SeverityFieldProps) {
  return (
    <select
      aria-label={label}
      value={value ?? 'warning'}
      onChange={(event) => {
        const chosen = SEVERITIES.find((each) => each === event.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {SEVERITIES.map((each) => (
        <option key={each} value={each}>
          {t(`setting.${each}`)}
        </option>
      ))}
    </select>
  );
}

function withoutBlank({ text, name, severity, why }: OwnRelation): OwnRelation {
  return {
    text,
    ...(name === undefined || name === '' ? {} : { name }),
    ...(severity === undefined ? {} : { severity }),
    ...(why === undefined || why === '' ? {} : { why }),
  };
}
