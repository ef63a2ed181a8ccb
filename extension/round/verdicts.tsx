import { useState } from 'preact/hooks';
import type { SavedReport } from '../../core/exchange/schema';
import { explain } from '../../core/index';
import { loadReport } from '../../pwa/db/index';
import { language } from '../../pwa/ui/index';
import type { Changes, Verdict } from './store';
import { t } from './t';

const ORDER: readonly Verdict[] = ['corrected', 'changed', 'unchanged', 'unassessed'];
const TONE: Record<Verdict, string> = { corrected: 'ok', changed: 'warning', unchanged: 'error', unassessed: 'none' };

interface VerdictsProps {
  /** The report that was looked at again. */
  readonly before: string;
  readonly changes: Changes | null;
}

/** 复查: of each finding that was open, what has become of it. */
export function Verdicts({ before, changes }: VerdictsProps) {
  if (changes === null) return <span class="tag none">{t('verdict.unassessed')}</span>;
  const { findings, fresh, replaced } = changes;
  return (
    <>
      {replaced ? <span class="tag warning">{t('verdict.replaced')}</span> : null}
      {ORDER.map((verdict) => {
        const count = findings.filter((each) => each.verdict === verdict).length;
        if (count === 0) return null;
        return (
          <span key={verdict} class={`tag ${TONE[verdict]}`}>
            {t('verdict.count', { word: t(`verdict.${verdict}`), count })}
          </span>
        );
      })}
      {fresh > 0 ? <span class="tag warning">{t('verdict.fresh', { count: fresh })}</span> : null}
      {findings.length === 0 ? null : <OneByOne before={before} findings={findings} />}
    </>
  );
}

/** The sentences are made from the report of before, which is loaded when somebody wants to read them. */
function OneByOne({ before, findings }: { readonly before: string; readonly findings: Changes['findings'] }) {
  const [report, setReport] = useState<SavedReport | null>(null);
  const load = async (): Promise<void> => {
    const found = await loadReport(before);
    if (found !== 'unreadable') setReport(found);
  };
  return (
    <details class="one-by-one" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{t('verdict.details')}</summary>
      <ul>
        {findings.map(({ fingerprint, rule, verdict }) => (
          <li key={fingerprint}>
            <span class={`tag ${TONE[verdict]}`}>{t(`verdict.${verdict}`)}</span>{' '}
            {report === null ? rule : messageOf(report, fingerprint, rule)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of a report that was deleted or judged by other rules since, the rule's name is what is left. */
function messageOf({ outcome }: SavedReport, fingerprint: string, rule: string): string {
  const finding = outcome.findings.find((each) => each.fingerprint === fingerprint);
  return finding === undefined ? rule : explain(finding, outcome, language.value).message;
}
