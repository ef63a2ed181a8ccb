import { useEffect, useState } from 'preact/hooks';
import { incoming, openBundle, openLink } from '../../exchange/incoming';
import { payloadIn } from '../../exchange/link';
import { FileButton } from '../../file-button';
import { IncomingView } from './incoming-view';
import { ReadQr } from './read-qr';
import { t } from './t';

/** What somebody sent, by whatever way: what it would add is shown first, then merged. */
export function ImportSection() {
  return (
    <section class="card stack" aria-labelledby="import">
      <h2 id="import">{t('import.title')}</h2>
      <p>{t('import.detail')}</p>
      <div class="row wrap">
        <FileButton
          text={t('import.choose')}
          name="bundle-input"
          accept=".gouji,.json,.txt,application/json"
          onFiles={([file]) => {
            if (file !== undefined) void openBundle(file);
          }}
        />
      </div>
      <LinkField />
      <ReadQr />
      {incoming.value === null ? null : <IncomingView now={incoming.value} />}
    </section>
  );
}

function LinkField() {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const isOpen = incoming.value !== null;
  useEffect(() => {
    // Something else was opened since: the word on the link is over.
    if (isOpen) setWrong(false);
  }, [isOpen]);
  return (
    <form
      class="row wrap"
      onSubmit={(event) => {
        event.preventDefault();
        const payload = payloadIn(text);
        setWrong(payload === null);
        if (payload === null) incoming.value = null;
        if (payload !== null) void openLink(payload, '', t('import.link.name'));
      }}
    >
      <input
        class="grow"
        aria-label={t('import.link')}
        placeholder={t('import.link')}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'link-wrong' : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <button type="submit" disabled={text.trim() === ''}>
        {t('import.link.open')}
      </button>
      {wrong ? (
        <p id="link-wrong" class="refusal" role="alert">
          {t('import.link.none')}
        </p>
      ) : null}
    </form>
  );
}
