import { useState } from 'preact/hooks';
import { allEvidence, loadSetting } from '../../db/index';
import { canSeal } from '../../exchange/passphrase';
import { home } from '../../home';
import { reportList } from '../../report-list';
import { reportName, whenText } from '../../report-name';
import { useLive } from '../../use-live';
import { exportFile, shareBySystem } from './export-file';
import { LinkView } from './link-view';
import { type Link, linkOf, type Scope } from './outgoing';
import { t } from './t';
import { useWho, WhoForm } from './who-form';

/** A choice among more would be no choice. */
const CHOICE = 300;

/** All, or a part of it, as a file, a link, a QR code, or by what the system offers. */
export function ShareSection() {
  const [scope, setScope] = useState<Scope>({ what: 'all' });
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
      void share().finally(() => setBusy(false));
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

function ScopeChoice({ scope, onChoose }: { readonly scope: Scope; readonly onChoose: (scope: Scope) => void }) {
  const list = reportList.value;
  const reports = list.state === 'ready' ? list.value.reports.slice(0, CHOICE) : [];
  const first = reports[0]?.id;
  const radio = (to: Scope, text: string) => (
    <label class="row">
      <input type="radio" name="scope" checked={scope.what === to.what} onChange={() => onChoose(to)} />
      {text}
    </label>
  );
  return (
    <fieldset class="row wrap scope">
      <legend class="visually-hidden">{t('share.what')}</legend>
      {radio({ what: 'all' }, t('share.all'))}
      {radio({ what: 'words' }, t('share.words'))}
      {first === undefined ? null : radio({ what: 'one', report: first }, t('share.one'))}
      {scope.what === 'one' ? (
        <select
          aria-label={t('share.one.choose')}
          value={scope.report}
          onChange={(event) => onChoose({ what: 'one', report: event.currentTarget.value })}
        >
          {reports.map((report) => (
            <option key={report.id} value={report.id}>
              {reportName(report)}
            </option>
          ))}
        </select>
      ) : null}
    </fieldset>
  );
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
