import { useMemo, useState } from 'preact/hooks';
import { foundIn } from '../../../core/exchange/found';
import type { KeptForm } from '../../../core/exchange/own-form';
import type { SavedReport } from '../../../core/exchange/schema';
import {
  baselineOf,
  type CellId,
  type ComparedFinding,
  compare,
  explain,
  type FindingChange,
  type Outcome,
} from '../../../core/index';
import { loadOwnForms, loadReport, type ReportSummary } from '../../db/index';
import { reportName, whenText } from '../../report-name';
import { hrefOf } from '../../route';
import { language, SeverityTag } from '../../ui/index';
import { useLive } from '../../use-live';
import { changesBetween } from './cell-changes';
import { ChangeTables } from './change-tables';
import { t } from './t';

interface CompareTabProps {
  readonly report: SavedReport;
  readonly others: readonly ReportSummary[];
  /** `copy`: the same year, so findings are compared too. */
  readonly kind: 'last-year' | 'copy';
  readonly onCell: (cell: CellId) => void;
}

/** This report beside another one that is kept. */
export function CompareTab({ report, others, kind, onCell }: CompareTabProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  const id = other?.id ?? '';
  const live = useLive(() => loadReport(id), [id]);
  if (other === undefined) return <p class="quiet">{t(`compare.none.${kind}`)}</p>;
  const loaded = live.state === 'ready' && live.value !== null && live.value !== 'unreadable' ? live.value : null;
  return (
    <div class="stack compare">
      <div class="row wrap">
        <label class="row">
          {t(`compare.with.${kind}`)}
          <select value={id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {t('compare.option', { name: reportName(each), when: whenText(each.savedAt) })}
              </option>
            ))}
          </select>
        </label>
        <a href={hrefOf({ screen: 'report', id })}>{t('compare.open')}</a>
      </div>
      {loaded === null || loaded.id !== id ? (
        <p class="quiet">{t(live.state === 'loading' ? 'page.busy' : 'compare.unreadable')}</p>
      ) : (
        <Compared report={report} other={loaded} kind={kind} onCell={onCell} />
      )}
    </div>
  );
}

type ComparedProps = Omit<CompareTabProps, 'others'> & { readonly other: SavedReport };

function Compared({ report, other, kind, onCell }: ComparedProps) {
  // The page that was kept first is the one before, whichever of the two is open.
  const [before, now] = kind === 'copy' && other.savedAt > report.savedAt ? [report, other] : [other, report];
  const changes = useMemo(() => changesBetween(before.outcome, now.outcome), [before, now]);
  const head = ({ outcome, savedAt }: SavedReport): string =>
    kind === 'copy' ? whenText(savedAt) : t('compare.year', { year: outcome.year ?? '' });
  return (
    <>
      {kind === 'copy' ? <FindingChanges before={before} now={now} /> : null}
      <ChangeTables changes={changes} before={head(before)} now={head(now)} onCell={onCell} />
    </>
  );
}

const ORDER: readonly FindingChange[] = ['new', 'changed', 'unchanged', 'gone', 'unassessed'];

interface FindingChangesProps {
  readonly before: SavedReport;
  readonly now: SavedReport;
}

/** Findings of the page before and after, by what became of them; nothing is counted before the forms are known. */
function FindingChanges(both: FindingChangesProps) {
  const live = useLive(loadOwnForms, []);
  if (live.state === 'loading') return <p class="quiet">{t('page.busy')}</p>;
  return <Counted {...both} forms={live.state === 'ready' ? live.value : NO_FORMS} />;
}

const NO_FORMS: readonly KeptForm[] = [];

function Counted({ before, now, forms }: FindingChangesProps & { readonly forms: readonly KeptForm[] }) {
  const found = useMemo(() => ({ before: foundIn(before, forms), now: foundIn(now, forms) }), [before, now, forms]);
  const compared = useMemo(() => compare(baselineOf(found.before), found.now), [found]);
  return (
    <section class="stack finding-changes">
      <h3>{t('compare.findings')}</h3>
      <p role="status" class="row wrap">
        {ORDER.map((change) => (
          <span key={change}>
            {t(`finding.${change}`)} <b>{compared.filter((each) => each.change === change).length}</b>
          </span>
        ))}
      </p>
      {ORDER.map((change) => {
        const some = compared.filter((each) => each.change === change);
        return some.length === 0 ? null : (
          <details key={change} open={change !== 'unchanged'}>
            <summary>{t('finding.some', { change: t(`finding.${change}`), count: some.length })}</summary>
            <ul>
              {some.map((each) => (
                <li key={each.fingerprint}>
                  <SeverityTag severity={each.severity} /> {sentenceOf(each, found)}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

interface Both {
  readonly before: Outcome;
  readonly now: Outcome;
}

function sentenceOf({ fingerprint, change }: ComparedFinding, { before, now }: Both): string {
  const outcome = change === 'gone' || change === 'unassessed' ? before : now;
  const finding = outcome.findings.find((each) => each.fingerprint === fingerprint);
  return finding === undefined ? fingerprint : explain(finding, outcome, language.value).message;
}
