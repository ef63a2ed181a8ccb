import { type ComponentChildren, toChildArray } from 'preact';
import type { Opinion } from '../../../core/exchange/schema';
import type { Preview } from '../../exchange/incoming';
import { reportName } from '../../report-name';
import { t as ofApp } from '../../t';
import { Differences } from './differences';
import { merge } from './merge';
import { t } from './t';
import { authorName } from './words';

const SHOWN = 20;

interface PreviewViewProps {
  readonly now: Preview;
  /** Whether it was merged. */
  readonly onClose: (merged: boolean) => void;
}

/** What would come in: new, other than here, by whom, and what is not understood. */
export function PreviewView({ now, onClose }: PreviewViewProps) {
  const { newReports, knownReports, newOpinions, knownOpinions, disputed } = now.preview;
  const authors = byAuthor(newOpinions);
  const nothing = newReports.length + newOpinions.length + now.evidence.length === 0;
  return (
    <div class="note info preview" role="status">
      <div class="stack grow">
        <h3>{t('import.preview', { name: now.name })}</h3>
        <Counted kind="reports" count={newReports.length} known={knownReports} />
        <Items>
          {newReports.slice(0, SHOWN).map((report) => (
            <li key={report.id}>{reportName({ ...report.outcome, source: report.source })}</li>
          ))}
          {newReports.length > SHOWN ? <li>{t('import.more', { count: newReports.length - SHOWN })}</li> : null}
        </Items>
        <Counted kind="opinions" count={newOpinions.length} known={knownOpinions} />
        <Items>
          {authors.slice(0, SHOWN).map(([author, count]) => (
            <li key={author}>{t('import.by', { author: authorName(author), count })}</li>
          ))}
          {authors.length > SHOWN ? <li>{t('import.more.authors', { count: authors.length - SHOWN })}</li> : null}
        </Items>
        <Differences differences={now.sights.differences} />
        <Checklists now={now} />
        <CarriedForms now={now} />
        {now.evidence.length > 0 ? <p>{t('import.evidence', { count: now.evidence.length })}</p> : null}
        <Doubts
          lines={[
            [disputed, 'import.disputed'],
            [now.sights.farAhead, 'import.farAhead'],
            [now.damaged, 'import.evidence.damaged'],
            [now.unreadable, 'import.unreadable'],
          ]}
        />
        <div class="row">
          <button type="button" class="main" disabled={nothing} onClick={() => void mergeAndClose(now, onClose)}>
            {t(nothing ? 'import.nothing' : 'import.merge')}
          </button>
          <button type="button" onClick={() => onClose(false)}>
            {t('import.cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}

interface CountedProps {
  readonly kind: 'reports' | 'opinions';
  readonly count: number;
  /** How many stand here already. */
  readonly known: number;
}

/** A checklist comes without reports: nothing is said of what was not sent. */
function Counted({ kind, count, known }: CountedProps) {
  if (count + known === 0) return null;
  return (
    <p>
      {t(`import.${kind}`, { count })}
      {known > 0 ? t(`import.${kind}.known`, { known }) : null}
    </p>
  );
}

/** A list, where there is something to list. */
function Items({ children }: { readonly children: ComponentChildren }) {
  return toChildArray(children).length === 0 ? null : <ul>{children}</ul>;
}

async function mergeAndClose(now: Preview, onClose: (merged: boolean) => void): Promise<void> {
  if (await merge(now)) onClose(true);
}

type DoubtKey = 'import.disputed' | 'import.farAhead' | 'import.evidence.damaged' | 'import.unreadable';

/** What a person should know before saying yes. */
function Doubts({ lines }: { readonly lines: readonly (readonly [number, DoubtKey])[] }) {
  const told = lines.filter(([count]) => count > 0);
  if (told.length === 0) return null;
  return (
    <ul class="doubts">
      {told.map(([count, key]) => (
        <li key={key}>
          <span class="tag warning" aria-hidden="true" /> {t(key, { count })}
        </li>
      ))}
    </ul>
  );
}

function Checklists({ now }: { readonly now: Preview }) {
  const { checklists } = now.sights;
  if (checklists.length === 0) return null;
  return (
    <>
      <p>{t('import.checklists', { count: checklists.length })}</p>
      <ul>
        {checklists.slice(0, SHOWN).map(({ id, versions }) => {
          const { name = '', version = '' } = versions[0]?.checklist ?? {};
          const list = versions
            .slice(0, SHOWN)
            .map((each) => t('import.version', { author: authorName(each.author), version: each.checklist.version }));
          return (
            <li key={id}>
              {versions.length > 1
                ? t('import.checklist.both', { name, count: versions.length, list: list.join(ofApp('list.separator')) })
                : t('import.checklist', { name, version })}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** 自定报表格式 of these checklists; one that differs stays beside that of the same name. */
function CarriedForms({ now }: { readonly now: Preview }) {
  const { forms } = now.sights;
  if (forms.length === 0) return null;
  return (
    <>
      <p>{t('import.forms', { count: forms.length })}</p>
      <ul class="incoming-forms">
        {forms.slice(0, SHOWN).map(({ form, state }, index) => (
          <li key={index}>
            <span class={`tag ${state === 'differs' ? 'warning' : 'none'}`}>{t(`import.form.${state}`)}</span>{' '}
            {t('import.form', { name: form.name, relations: form.relations.length })}
          </li>
        ))}
        {forms.length > SHOWN ? <li>{t('import.more.forms', { count: forms.length - SHOWN })}</li> : null}
      </ul>
    </>
  );
}

function byAuthor(opinions: readonly Opinion[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { author } of opinions) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
