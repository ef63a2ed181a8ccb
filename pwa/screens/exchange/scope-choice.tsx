import { listChecklists } from '../../db/checklists';
import { sharedChecklist } from '../../exchange/share-choice';
import { reportList } from '../../report-list';
import { reportName } from '../../report-name';
import { useLive } from '../../use-live';
import type { Scope } from './outgoing';
import { t } from './t';

/** A choice among more would be no choice. */
const CHOICE = 300;

/** All, or the checklist that another screen sent here. */
export function firstScope(): Scope {
  const id = sharedChecklist.value;
  sharedChecklist.value = null;
  return id === null ? { what: 'all' } : { what: 'checklist', id };
}

interface ScopeChoiceProps {
  readonly scope: Scope;
  readonly onChoose: (scope: Scope) => void;
}

/** What is sent. */
export function ScopeChoice({ scope, onChoose }: ScopeChoiceProps) {
  const list = reportList.value;
  const reports = list.state === 'ready' ? list.value.reports.slice(0, CHOICE) : [];
  const lists = useLive(listChecklists, []);
  const checklists = lists.state === 'ready' ? lists.value.checklists : [];
  const [first, firstList] = [reports[0]?.id, checklists[0]?.id];
  const radio = (to: Scope, text: string) => (
    <label class="row">
      <input type="radio" name="scope" checked={scope.what === to.what} onChange={() => onChoose(to)} />
      {text}
    </label>
  );
  return (
    <fieldset class="row wrap scope">
      <legend class="visually-hidden">{t('share.what')}</legend>
      {radio({ what: 'all' }, t('share.all'))}
      {radio({ what: 'words' }, t('share.words'))}
      {first === undefined ? null : radio({ what: 'one', report: first }, t('share.one'))}
      {firstList === undefined ? null : radio({ what: 'checklist', id: firstList }, t('share.checklist'))}
      {scope.what === 'one' ? (
        <select
          aria-label={t('share.one.choose')}
          value={scope.report}
          onChange={(event) => onChoose({ what: 'one', report: event.currentTarget.value })}
        >
          {reports.map((report) => (
            <option key={report.id} value={report.id}>
              {reportName(report)}
            </option>
          ))}
        </select>
      ) : null}
      {scope.what === 'checklist' ? (
        <select
          aria-label={t('share.checklist.choose')}
          value={scope.id}
          onChange={(event) => onChoose({ what: 'checklist', id: event.currentTarget.value })}
        >
          {checklists.map(({ id, checklist }) => (
            <option key={id} value={id} selected={id === scope.id}>
              {checklist.name}
            </option>
          ))}
        </select>
      ) : null}
    </fieldset>
  );
}
