import { useEffect, useRef, useState } from 'preact/hooks';
import { downloadBlob } from '../../exchange/download';
import { LINK_LIMIT } from '../../exchange/link';
import { QR_LIMIT } from '../../exchange/qr-limit';
import { ErrorNote, showToast } from '../../ui/index';
import type { Link } from './outgoing';
import { t } from './t';

/** From so many characters on a phone has to come near. */
const DENSE = 1000;
/** Points of a module; a screen shows them sharp at any whole number. */
const SCALE = 6;

/** What was made, or that it is too much for what it was to be. */
export function LinkView({ link }: { readonly link: Link }) {
  const count = link.text.length;
  if (!link.fits) {
    const [key, limit] =
      link.as === 'qr' ? (['share.qr.tooLarge', QR_LIMIT] as const) : (['share.link.tooLarge', LINK_LIMIT] as const);
    return <ErrorNote title={t(key, { count, limit })} severity="warning" />;
  }
  const how = t(link.sealed ? 'share.link.sealed' : 'share.link.open');
  return (
    <div class="stack made">
      {link.as === 'qr' ? <QrCode text={link.text} /> : <LinkText text={link.text} />}
      <p class="quiet">{how}</p>
    </div>
  );
}

function LinkText({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = (): void => {
    field.current?.select();
    // On plain http there is no clipboard: what is selected can be copied by hand.
    if ('clipboard' in navigator)
      navigator.clipboard.writeText(text).then(
        () => showToast(t('share.link.copied')),
        () => undefined,
      );
  };
  return (
    <>
      <label class="stack">
        <span>{t('share.link.made', { count: text.length })}</span>
        <textarea
          ref={field}
          class="link-text"
          rows={3}
          readOnly
          value={text}
          onFocus={() => field.current?.select()}
        />
      </label>
      <div>
        <button type="button" class="main" onClick={copy}>
          {t('share.link.copy')}
        </button>
      </div>
    </>
  );
}

function QrCode({ text }: { readonly text: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    void import('../../exchange/qr').then(({ qrModules }) => {
      if (canvas.current === null) return;
      draw(canvas.current, qrModules(text));
      setDrawn(true);
    });
  }, [text]);
  const save = (): void => {
    const name = t('share.qr.fileName', { day: new Date().toISOString().slice(0, 10) });
    canvas.current?.toBlob((blob) => {
      if (blob !== null) downloadBlob(name, blob);
    });
  };
  return (
    <>
      <canvas ref={canvas} class="qr" role="img" aria-label={t('share.qr.label')} data-drawn={drawn} />
      {text.length > DENSE ? <p>{t('share.qr.dense')}</p> : null}
      <div>
        <button type="button" disabled={!drawn} onClick={save}>
          {t('share.qr.save')}
        </button>
      </div>
    </>
  );
}

/** Dark on light in both themes: readers expect it so. */
function draw(canvas: HTMLCanvasElement, rows: readonly (readonly boolean[])[]): void {
  canvas.width = rows.length * SCALE;
  canvas.height = rows.length * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  rows.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) context.fillRect(x * SCALE, y * SCALE, SCALE, SCALE);
    });
  });
}
