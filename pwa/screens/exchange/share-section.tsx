import { useState } from 'preact/hooks';
import { allEvidence, loadSetting } from '../../db/index';
import { folderState } from '../../exchange/folder/folder-state';
import { canSeal } from '../../exchange/passphrase';
import { home } from '../../home';
import { whenText } from '../../report-name';
import { showToast } from '../../ui/index';
import { useLive } from '../../use-live';
import { exportFile, shareBySystem } from './export-file';
import { LinkView } from './link-view';
import { contentOf, type Link, linkOf, type Scope } from './outgoing';
import { firstScope, ScopeChoice } from './scope-choice';
import { t } from './t';
import { useWho, WhoForm } from './who-form';

/** All, or a part of it, as a file, a link, a QR code, or by what the system offers. */
export function ShareSection() {
  const [scope, setScope] = useState<Scope>(firstScope);
  const [along, setAlong] = useState(true);
  const [passphrase, setPassphrase] = useState('');
  const [link, setLink] = useState<Link | null>(null);
  const [busy, setBusy] = useState(false);
  const who = useWho();
  const live = useLive(() => loadSetting('exportedAt'), []);
  const evidence = useLive(() => allEvidence(), []);
  const sealed = scope.what === 'all' && evidence.state === 'ready' ? evidence.value.evidence.length : 0;
  const last = live.state === 'ready' ? live.value : '';
  const run = (share: () => Promise<void>): void =>
    who.withName(() => {
      setBusy(true);
      share()
        .catch((error: unknown) => showToast(error instanceof Error ? error.message : String(error)))
        .finally(() => setBusy(false));
    });
  const makeLink = (as: Link['as']): void => run(async () => setLink(await linkOf(scope, passphrase, as)));
  const choose = (next: Scope): void => {
    setScope(next);
    setLink(null);
  };
  return (
    <section class="card stack" aria-labelledby="share">
      <h2 id="share">{t('share.title')}</h2>
      <p>{t('share.detail')}</p>
      <ScopeChoice scope={scope} onChoose={choose} />
      {scope.what === 'checklist' ? <p class="quiet">{t('share.checklist.detail')}</p> : null}
      <div class="row wrap">
        <button type="button" disabled={busy} onClick={() => run(() => exportFile(scope, along && sealed > 0))}>
          {t('export.start')}
        </button>
        {sealed === 0 ? null : (
          <label class="row">
            <input type="checkbox" checked={along} onChange={(event) => setAlong(event.currentTarget.checked)} />
            {t('export.evidence', { count: sealed })}
          </label>
        )}
        <button type="button" disabled={busy} onClick={() => run(() => shareBySystem(scope))}>
          {t('share.sheet')}
        </button>
        {scope.what === 'checklist' && folderState.value.state === 'ready' ? (
          <button type="button" disabled={busy} onClick={() => run(() => putIntoFolder(scope))}>
            {t('share.folder')}
          </button>
        ) : null}
        <span class="quiet">{last === '' ? t('export.never') : t('export.last', { when: whenText(last) })}</span>
      </div>
      <Passphrase
        value={passphrase}
        onInput={(text) => {
          setPassphrase(text);
          setLink(null);
        }}
      />
      <div class="row wrap">
        <button type="button" disabled={busy} onClick={() => makeLink('link')}>
          {t('share.link')}
        </button>
        <button type="button" disabled={busy} onClick={() => makeLink('qr')}>
          {t('share.qr')}
        </button>
        {busy ? <span role="status">{t('share.busy')}</span> : null}
      </div>
      {who.asking === null ? null : <WhoForm share={who.asking} onDone={who.done} />}
      {link === null ? null : <LinkView key={link.text + link.as} link={link} />}
      {link !== null && home === 'extension' ? <p class="quiet">{t('share.link.home')}</p> : null}
    </section>
  );
}

/** A word like any other: the folder takes it along. */
async function putIntoFolder(scope: Scope): Promise<void> {
  await contentOf(scope);
  showToast(t('share.folder.done'));
}

function Passphrase({ value, onInput }: { readonly value: string; readonly onInput: (text: string) => void }) {
  if (!canSeal()) return <p class="quiet">{t('share.passphrase.none')}</p>;
  return (
    <div class="stack">
      <label class="row wrap">
        {t('share.passphrase')}
        <input
          type="password"
          autoComplete="new-password"
          value={value}
          aria-describedby="passphrase-detail"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" id="passphrase-detail">
        {t('share.passphrase.detail')}
      </p>
    </div>
  );
}
