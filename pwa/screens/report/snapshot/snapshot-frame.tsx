import { useRef } from 'preact/hooks';
import { t } from '../t';
import type { Snapshot } from './snapshot-html';

/**
 * Without `allow-scripts` nothing of the page runs; the frame stays of this origin so that its styles can be set from
 * outside as objects, which no policy forbids and no text of the page can misuse.
 */
export function SnapshotFrame({ snapshot }: { readonly snapshot: Snapshot }) {
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <iframe
      ref={frame}
      class="snapshot"
      title={t('page.frame')}
      sandbox="allow-same-origin"
      referrerpolicy="no-referrer"
      srcdoc={snapshot.html}
      onLoad={() => dress(frame.current?.contentDocument ?? null, snapshot)}
    />
  );
}

function dress(page: Document | null, { sheets, styles }: Snapshot): void {
  const Sheet = page?.defaultView?.CSSStyleSheet;
  if (page === null || Sheet === undefined) return;
  page.adoptedStyleSheets = [BASE, ...sheets].map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  });
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = styles[Number(element.dataset['style'])] ?? '';
}

/** A page is light unless it says otherwise; grid lines are what a table is read by where its own sheet is not there. */
const BASE = ':root{color-scheme:light;background:#fff;color:#1d2126}td,th{border:1px solid #c9cbc6}';
