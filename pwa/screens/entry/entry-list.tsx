import { deleteEntry, type Entry, listEntries } from '../../db/entries';
import { storageText } from '../../failure-text';
import { whenText } from '../../report-name';
import { hrefOf } from '../../route';
import { t as ofApp } from '../../t';
import { labelText, showToast } from '../../ui/index';
import { useLive } from '../../use-live';
import { StoreFailed } from '../store-failed';
import { beginEntry, formsToChoose } from './begin-entry';
import { cellCount, formOf, typedCount } from './form-of';
import { PicturePicker } from './picture-picker';
import { t } from './t';

/** Those begun, and a new one. */
export function EntryList() {
  const live = useLive(listEntries, []);
  if (live.state === 'failed') return <StoreFailed reason={live.reason} />;
  const entries = live.state === 'ready' ? live.value : [];
  return (
    <div class="screen entries">
      <h1>{t('entry.title')}</h1>
      <p class="quiet how">{t('entry.how')}</p>
      <div class="row wrap">
        <PicturePicker main text={t('entry.choosePicture')} onPictures={(pictures) => void beginEntry(pictures)} />
        {formsToChoose.map(({ id, name }) => (
          <button key={id} type="button" onClick={() => void beginEntry([], id)}>
            {t('entry.new', { form: labelText(name) })}
          </button>
        ))}
      </div>
      {entries.length === 0 ? null : (
        <section class="stack" aria-labelledby="entries-begun">
          <h2 id="entries-begun">{t('entry.begun')}</h2>
          <EntryRows entries={entries} />
        </section>
      )}
    </div>
  );
}

function EntryRows({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <div class="form-scroll">
      <table class="reports">
        <thead>
          <tr>
            <th scope="col">{t('entry.column.entry')}</th>
            <th scope="col">{t('entry.column.progress')}</th>
            <th scope="col" class="wide-only">
              {t('entry.column.changed')}
            </th>
            <th scope="col">
              <span class="visually-hidden">{t('entry.column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function entryName({ organ, year, pictures }: Entry): string {
  const name = organ.trim() || (pictures[0] ?? t('entry.unnamed'));
  return year.trim() === '' ? name : ofApp('report.name', { name, year: year.trim() });
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const name = entryName(entry);
  const form = formOf(entry);
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ screen: 'entry', id: entry.id })} aria-label={t('entry.open.named', { name })}>
          {name}
        </a>
      </th>
      <td>
        <span class="row wrap">
          <span class={entry.report === null ? 'tag' : 'tag ok'}>
            {t(entry.report === null ? 'entry.isDraft' : 'entry.isReport')}
          </span>
          <span class="quiet nowrap">
            {t('entry.typed', { count: typedCount(entry, form), total: cellCount(form) })}
          </span>
        </span>
      </td>
      <td class="wide-only quiet nowrap">{whenText(entry.changedAt)}</td>
      <td>
        <button
          type="button"
          class="plain"
          aria-label={t('entry.delete.named', { name })}
          onClick={() => void remove(entry.id, name)}
        >
          {t('entry.delete')}
        </button>
      </td>
    </tr>
  );
}

/** Deletes at once, with the way back. */
async function remove(id: string, name: string): Promise<void> {
  const deleted = await deleteEntry(id);
  if (!deleted.ok) {
    showToast(storageText(deleted.error));
    return;
  }
  showToast(t('entry.deleted', { name }), () => {
    void deleted.value().then((restored) => {
      if (!restored.ok) showToast(storageText(restored.error));
    });
  });
}
