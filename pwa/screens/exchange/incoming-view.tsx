import { useState } from 'preact/hooks';
import { type Incoming, incoming, openLink } from '../../exchange/incoming';
import { ErrorNote } from '../../ui/index';
import { PreviewView } from './preview-view';
import { t } from './t';

interface IncomingViewProps {
  readonly now: Incoming;
  /** After it was merged or left; the link it came by is of no more use then. */
  readonly onDone?: () => void;
}

export function IncomingView({ now, onDone }: IncomingViewProps) {
  const close = (): void => {
    incoming.value = null;
    onDone?.();
  };
  switch (now.state) {
    case 'reading':
      return <p role="status">{t('import.reading', { name: now.name })}</p>;
    case 'locked':
      return <Locked key={String(now.wrong)} now={now} />;
    case 'failed':
      return (
        <ErrorNote title={now.name} onDismiss={close}>
          <p>
            {t(`import.failed.${now.code}`)} {now.reason}
          </p>
        </ErrorNote>
      );
    case 'preview':
      return <PreviewView now={now} onClose={close} />;
  }
}

function Locked({ now }: { readonly now: Extract<Incoming, { state: 'locked' }> }) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="note info"
      onSubmit={(event) => {
        event.preventDefault();
        void openLink(now.payload, passphrase, now.name);
      }}
    >
      <div class="stack grow">
        <h3>{t('import.locked', { name: now.name })}</h3>
        <p id="locked-detail">{t('import.locked.detail')}</p>
        {now.wrong ? (
          <p id="locked-wrong" class="refusal" role="alert">
            {t('import.locked.wrong')}
          </p>
        ) : null}
        <div class="row wrap">
          <label class="row">
            {t('import.locked.field')}
            <input
              type="password"
              autoComplete="off"
              value={passphrase}
              aria-invalid={now.wrong}
              aria-describedby={now.wrong ? 'locked-wrong' : 'locked-detail'}
              onInput={(event) => setPassphrase(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="main" disabled={passphrase === ''}>
            {t('import.locked.open')}
          </button>
        </div>
      </div>
    </form>
  );
}
