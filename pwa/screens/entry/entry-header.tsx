import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Form } from '../../../core/index';
import { storageText } from '../../failure-text';
import { hrefOf } from '../../route';
import { ErrorNote, labelText } from '../../ui/index';
import { formsToChoose, keepPictures } from './begin-entry';
import { typedCount } from './form-of';
import type { LiveCheck } from './live-check';
import { PicturePicker } from './picture-picker';
import { saveEntry } from './save-entry';
import { t } from './t';
import type { EntryAtWork } from './use-entry';

interface EntryHeaderProps {
  readonly work: EntryAtWork;
  readonly form: Form;
  readonly live: LiveCheck;
}

/** Whose report it is and of which year, in which form; what can be taken back; and saving it. */
export function EntryHeader({ work, form, live }: EntryHeaderProps) {
  return (
    <header class="stack">
      <div class="row between wrap">
        <h1>{t('entry.title')}</h1>
        <Actions work={work} form={form} />
      </div>
      <Particulars work={work} form={form} />
      <p class="quiet" aria-live="polite">
        {readAs(work, live)} {yearHint(work.entry.year, form)}
      </p>
      <p class="quiet keys">{t('entry.keys')}</p>
      <KeepingNote work={work} />
    </header>
  );
}

function Actions({ work, form }: { readonly work: EntryAtWork; readonly form: Form }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const { entry } = work;
  const save = async (): Promise<void> => {
    // A copy that was still being written must not come after the report.
    await work.idle();
    const saved = await saveEntry(entry, form);
    setTrouble(saved.ok ? null : storageText(saved.error));
  };
  const addPictures = async (pictures: Parameters<typeof keepPictures>[1]): Promise<void> => {
    await keepPictures(entry.id, pictures);
    work.settle({ pictures: [...entry.pictures, ...pictures.map(({ name }) => name)] });
  };
  return (
    <>
      <div class="row wrap">
        <a class="button" href={hrefOf({ screen: 'entry', id: null })}>
          {t('entry.all')}
        </a>
        <PicturePicker text={t('picture.add')} onPictures={(pictures) => void addPictures(pictures)} />
        <button type="button" disabled={work.undo === null} onClick={() => work.undo?.()}>
          {t('entry.undo')}
        </button>
        <button type="button" disabled={work.redo === null} onClick={() => work.redo?.()}>
          {t('entry.redo')}
        </button>
        <button type="button" class="main" disabled={typedCount(entry, form) === 0} onClick={() => void save()}>
          {t(entry.report === null ? 'entry.save' : 'entry.save.again')}
        </button>
      </div>
      {trouble === null ? null : (
        <ErrorNote title={t('entry.save.failed')}>
          <p>{trouble}</p>
        </ErrorNote>
      )}
    </>
  );
}

function Particulars({ work, form }: { readonly work: EntryAtWork; readonly form: Form }) {
  const { entry, change } = work;
  const organ = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // Where nothing is typed yet, this is where one begins.
    if (entry.organ === '' && Object.keys(entry.cells).length === 0) organ.current?.focus();
  }, []);
  return (
    <div class="particulars">
      <label class="grow">
        <span class="quiet">{t('entry.organ')}</span>
        <input
          ref={organ}
          value={entry.organ}
          maxLength={80}
          autoComplete="off"
          placeholder={t('entry.organ.example')}
          onInput={(event) => change({ organ: event.currentTarget.value }, 'organ')}
        />
      </label>
      <label>
        <span class="quiet">{t('entry.year')}</span>
        <input
          class="year"
          value={entry.year}
          maxLength={4}
          inputMode="numeric"
          autoComplete="off"
          onInput={(event) => change({ year: event.currentTarget.value }, 'year')}
        />
      </label>
      <label>
        <span class="quiet">{t('entry.form')}</span>
        <select value={form.id} onChange={(event) => change({ form: event.currentTarget.value }, null)}>
          {formsToChoose.map(({ id, name }) => (
            <option key={id} value={id}>
              {labelText(name)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function readAs({ entry }: EntryAtWork, { outcome: { organ, year } }: LiveCheck): string {
  if (entry.organ.trim() === '') return '';
  if (organ === null) return t('entry.readAs.none');
  return t('entry.readAs', { organ, year: year === null ? '' : t('entry.readAs.year', { year }) });
}

/** Another form was in force that year: it may be right all the same, some offices kept to the old one. */
function yearHint(year: string, form: Form): string {
  const number = Number(year);
  if (!/^\d{4}$/.test(year)) return '';
  const own = formsToChoose.find(({ years }) => years.from <= number && number <= (years.to ?? number));
  return own === undefined || own.id === form.id ? '' : t('entry.form.hint', { year, form: labelText(own.name) });
}

function KeepingNote({ work: { keeping } }: { readonly work: EntryAtWork }) {
  if (keeping === 'kept' || keeping === 'keeping')
    return (
      <p class="quiet keeping" role="status">
        {t(keeping === 'kept' ? 'entry.draft.kept' : 'entry.draft.keeping')}
      </p>
    );
  return (
    <ErrorNote title={t('entry.draft.lost')}>
      <p>{t('entry.draft.lost.detail', { reason: storageText(keeping) })}</p>
    </ErrorNote>
  );
}
