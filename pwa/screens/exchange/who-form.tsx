import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { answer, isUnasked } from '../../exchange/who';
import { t } from './t';

/** Runs what shares something; the first time of all, after the person has been asked for a name. Escape shares nothing. */
export function useWho(): {
  readonly asking: (() => void) | null;
  readonly withName: (share: () => void) => void;
  readonly done: () => void;
} {
  const [pending, setPending] = useState<{ readonly share: () => void } | null>(null);
  return {
    asking: pending === null ? null : pending.share,
    withName: (share) =>
      void isUnasked().then((unasked) => {
        if (unasked) setPending({ share });
        else share();
      }),
    done: () => setPending(null),
  };
}

interface WhoFormProps {
  readonly share: () => void;
  readonly onDone: () => void;
}

export function WhoForm({ share, onDone }: WhoFormProps) {
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const go = (given: string): void => {
    void answer(given).then(() => {
      onDone();
      share();
    });
  };
  return (
    <form
      class="note info"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') go(name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <div class="stack grow">
        <h3>{t('who.title')}</h3>
        <p id="who-detail">{t('who.detail')}</p>
        <div class="row wrap">
          <input
            ref={input}
            class="who"
            aria-label={t('who.field')}
            aria-describedby="who-detail"
            autoComplete="name"
            maxLength={40}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" class="main" disabled={name.trim() === ''}>
            {t('who.save')}
          </button>
          <button type="button" onClick={() => go('')}>
            {t('who.skip')}
          </button>
        </div>
      </div>
    </form>
  );
}
