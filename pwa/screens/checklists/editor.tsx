import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Checklist, explainProblem, forms } from '../../../core/index';
import { storageText } from '../../failure-text';
import { formName } from '../../report-name';
import { EmptyState, ErrorNote, language, showToast } from '../../ui/index';
import { useStay } from '../../use-stay';
import { begin } from './begin';
import { exportChecklist } from './checklist-file';
import { DeadlinesSection } from './deadlines-section';
import { ManualSection } from './manual-section';
import { OwnFormsSection } from './own-forms-section';
import { refusalOf } from './refusal';
import { RelationsSection } from './relations-section';
import { RulesSection } from './rules-section';
import { SendLink } from './send-link';
import { t } from './t';
import { TrialBar } from './trial-bar';
import { type ChecklistAtWork, useChecklist } from './use-checklist';
import { type Trial, useTrial } from './use-trial';
import { SideBySide, Versions } from './versions';
import { withoutEmpty } from './without-empty';

export function Editor({ id }: { readonly id: string }) {
  const work = useChecklist(id);
  if (work === 'loading') return <p class="screen quiet">{t('loading')}</p>;
  if (work === null)
    return (
      <EmptyState title={t('none')} level={1}>
        <a href="#/checklists">{t('back')}</a>
      </EmptyState>
    );
  return <EditorOf id={id} work={work} />;
}

function EditorOf({ id, work }: { readonly id: string; readonly work: ChecklistAtWork }) {
  const { checklist, change } = work;
  const [report, setReport] = useState<string | null>(null);
  const trial = useTrial(checklist, report);
  const refusal = refusalOf(checklist);
  // Seventy rows that no key in another field shall draw anew.
  const latest = useRef(change);
  latest.current = change;
  const rules = useMemo(
    () => <RulesSection rules={checklist.rules} onChange={(next) => latest.current({ rules: next })} />,
    [checklist.rules],
  );
  const save = (): void => {
    if (refusal === null) void work.save();
    else showToast(refusal);
  };
  useSaveKey(save);
  useStay(work.refused !== null);
  const restore = (older: Checklist): void => {
    const before = checklist;
    change(older);
    showToast(t('restored', { version: older.version }), () => change(before));
  };
  return (
    <div class="screen checklists">
      <a href="#/checklists">{t('back')}</a>
      <Heading id={id} work={work} whole={refusal === null} onSave={save} />
      {work.refused === null ? null : (
        <ErrorNote title={t('draft.refused')}>
          <p>{storageText(work.refused)}</p>
        </ErrorNote>
      )}
      {work.elsewhere ? (
        <ErrorNote title={t('elsewhere')} severity="warning">
          <p>{t('elsewhere.detail')}</p>
        </ErrorNote>
      ) : null}
      <SideBySide id={id} />
      <TrialBar trial={trial} report={report} onReport={setReport} />
      <OtherProblems trial={trial} checklist={checklist} />
      <FormsField chosen={checklist.forms} onChange={(next) => change({ forms: next })} />
      <RelationsSection checklist={checklist} trial={trial} onChange={(relations) => change({ relations })} />
      <OwnFormsSection carried={checklist.ownForms ?? []} onChange={(ownForms) => change({ ownForms })} />
      <DeadlinesSection deadlines={checklist.deadlines} onChange={(deadlines) => change({ deadlines })} />
      <ManualSection manual={checklist.manual} onChange={(manual) => change({ manual })} />
      {rules}
      <Versions id={id} onRestore={restore} />
    </div>
  );
}

interface HeadingProps {
  readonly id: string;
  readonly work: ChecklistAtWork;
  /** Nothing keeps it from being saved. */
  readonly whole: boolean;
  readonly onSave: () => void;
}

function Heading({ id, work, whole, onSave }: HeadingProps) {
  const { checklist, based, changed } = work;
  return (
    <div class="row between wrap checklist-head">
      <h1 class="grow">
        <input
          class="checklist-name"
          value={checklist.name}
          maxLength={80}
          aria-label={t('name')}
          placeholder={t('name.placeholder')}
          onInput={(event) => work.change({ name: event.currentTarget.value })}
        />
      </h1>
      <span class="row wrap">
        <span class="quiet" role="status">
          {based === 0 ? t('state.never') : t('version', { version: checklist.version })}
          {changed ? ` · ${t('state.changed')}` : null}
        </span>
        {based === 0 ? null : <SendLink id={id} name={checklist.name} />}
        <button type="button" onClick={() => exportChecklist(withoutEmpty(checklist))} disabled={!whole}>
          {t('export')}
        </button>
        <button
          type="button"
          onClick={() => void begin({ ...checklist, name: t('copy.name', { name: checklist.name }) })}
        >
          {t('copy')}
        </button>
        <button type="button" disabled={!changed || based === 0} onClick={() => void work.discard()}>
          {t('discard')}
        </button>
        <button type="button" class="main" disabled={!changed} onClick={onSave}>
          {t('save')} <kbd>Ctrl S</kbd>
        </button>
      </span>
    </div>
  );
}

/** Of rules, forms and manual items; those of relations stand beside them. */
function OtherProblems({ trial, checklist }: { readonly trial: Trial; readonly checklist: Checklist }) {
  const others = (trial.problems ?? []).filter(({ where }) => where.part !== 'relations');
  if (others.length === 0) return null;
  return (
    <div class="note warning">
      <ul>
        {others.map((problem) => (
          <li key={JSON.stringify(problem.where)}>{explainProblem(problem, trial.of ?? checklist, language.value)}</li>
        ))}
      </ul>
    </div>
  );
}

interface FormsFieldProps {
  readonly chosen: Checklist['forms'];
  readonly onChange: (forms: Checklist['forms']) => void;
}

function FormsField({ chosen, onChange }: FormsFieldProps) {
  // Of a form that this version does not know, too: it shall not vanish by a click on another.
  const all = [...new Set([...forms.map(({ id }) => id), ...chosen])];
  return (
    <fieldset class="card row wrap">
      <legend class="visually-hidden">{t('forms')}</legend>
      <span>{t('forms')}</span>
      {all.map((id) => (
        <label key={id} class="row">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          {formName(id)}
        </label>
      ))}
      <span class="quiet">{t('forms.detail')}</span>
    </fieldset>
  );
}

/** As soon as it is drawn: with an effect that waits for the next picture, a quick hand would save what was there before. */
function useSaveKey(save: () => void): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      save();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
