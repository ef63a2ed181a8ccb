import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cellName, type Outcome, type OwnFinding, type Severity } from '../../core/index';
import { language } from '../../pwa/ui/index';
import type { Picked } from '../messages';
import { t } from './t';

interface OwnFormProps {
  /** What was selected in the page. */
  readonly picked: Picked;
  readonly outcome: Outcome;
  readonly onKeep: (own: Omit<OwnFinding, 'fingerprint'>) => void;
  readonly onCancel: () => void;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A finding of one's own, on a cell or on words of the page. */
export function OwnForm({ picked, outcome, onKeep, onCancel }: OwnFormProps) {
  const [text, setText] = useState('');
  const [severity, setSeverity] = useState<Severity>('warning');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), [picked]);
  const { cell, quote, place } = picked;
  return (
    <form
      class="card stack own-form"
      aria-label={t('own.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '')
          onKeep({ text: text.trim(), severity, cell, quote: cell === null ? quote : null, place });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h2>{t('own.title')}</h2>
      <p class="quote">{cell === null ? quote : `${cellName(cell, outcome, language.value)} ${quote}`}</p>
      <label class="stack">
        <span class="quiet">{t('own.text')}</span>
        <input ref={input} required value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="row wrap">
        <select
          aria-label={t('own.severity')}
          value={severity}
          onChange={(event) => setSeverity(SEVERITIES.find((each) => each === event.currentTarget.value) ?? severity)}
        >
          {SEVERITIES.map((each) => (
            <option key={each} value={each}>
              {t(`own.${each}`)}
            </option>
          ))}
        </select>
        <button type="submit" class="main" disabled={text.trim() === ''}>
          {t('own.keep')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('status.cancel')}
        </button>
      </div>
    </form>
  );
}
