import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MAX_BYTES } from '../../../core/read/file';
import { type Entry, type PictureFile, picturesOf } from '../../db/entries';
import { storageText } from '../../failure-text';
import { ErrorNote } from '../../ui/index';
import { MAX_KEPT, MAX_PIXELS, MAX_SIDE } from './limits';
import { type DrawnPage, drawPage, type PictureFailure } from './open-picture';
import { type PictureView, useZoom } from './picture-view';
import { t } from './t';
import { unstoredPictures } from './unstored';

interface PicturePaneProps {
  readonly entry: Entry;
  readonly onView: (view: PictureView | null) => void;
}

/** Where one looks: a file, and a page of it. */
interface Look {
  readonly file: number;
  readonly page: number;
}

/** The pictures of an entry, a page at a time. */
export function PicturePane({ entry, onView }: PicturePaneProps) {
  const files = useFiles(entry.id);
  const [look, setLook] = useState<Look>({ file: 0, page: 1 });
  const [drawn, redraw] = useDrawn(files?.[look.file], look.page);
  const zoom = useZoom(drawn.state === 'drawn' ? drawn.page.bitmap.width : null);
  const pages = drawn.state === 'drawn' ? drawn.page.pages : 1;
  useLayoutEffect(() => {
    onView(zoom.view);
    return () => onView(null);
  }, []);
  const file = files?.[look.file];
  if (files !== null && file === undefined) return <NoPicture entry={entry} />;
  const before = look.page > 1 ? { ...look, page: look.page - 1 } : { file: look.file - 1, page: 1 };
  const after = look.page < pages ? { ...look, page: look.page + 1 } : { file: look.file + 1, page: 1 };
  return (
    <section class="entry-picture" aria-label={t('picture.label', { name: file?.name ?? '' })}>
      <div class="row wrap tools">
        <span class="ellipsis quiet grow" title={file?.name}>
          {file?.name}
        </span>
        <button type="button" aria-label={t('picture.out')} title={t('picture.out')} onClick={() => zoom.zoom(0.8)}>
          −
        </button>
        <button type="button" aria-label={t('picture.in')} title={t('picture.in')} onClick={() => zoom.zoom(1.25)}>
          ＋
        </button>
        <button type="button" onClick={zoom.fit}>
          {t('picture.fit')}
        </button>
        {(files?.length ?? 0) > 1 || pages > 1 ? (
          <>
            <button type="button" disabled={before.file < 0} onClick={() => setLook(before)}>
              {t('picture.previous')}
            </button>
            <span class="quiet nowrap" role="status">
              {t('picture.page', {
                page: pages > 1 ? look.page : look.file + 1,
                pages: pages > 1 ? pages : (files?.length ?? 1),
              })}
            </span>
            <button type="button" disabled={after.file >= (files?.length ?? 0)} onClick={() => setLook(after)}>
              {t('picture.next')}
            </button>
          </>
        ) : null}
      </div>
      <UnkeptNote entry={entry.id} />
      {drawn.state === 'failed' ? (
        <FailedNote name={file?.name ?? ''} failure={drawn.failure} onRetry={redraw} />
      ) : null}
      <section
        ref={zoom.box}
        class="picture-box"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
        aria-label={t('picture.pane')}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || !zoom.view.press(event.key)) return;
          event.preventDefault();
        }}
      >
        {drawn.state === 'drawn' ? (
          <Canvas page={drawn.page} name={file?.name ?? ''} width={zoom.width} />
        ) : drawn.state === 'drawing' ? (
          <p class="quiet">{t('picture.drawing', { name: file?.name ?? '' })}</p>
        ) : null}
      </section>
    </section>
  );
}

/** Null until the store has answered. */
function useFiles(entry: string): readonly PictureFile[] | null {
  const [files, setFiles] = useState<readonly PictureFile[] | null>(null);
  useEffect(() => {
    const held = unstoredPictures.get(entry)?.pictures ?? [];
    picturesOf(entry).then(
      (kept) => setFiles([...kept, ...held]),
      () => setFiles(held),
    );
  }, [entry]);
  return files;
}

type Drawn =
  | { readonly state: 'drawing' }
  | { readonly state: 'drawn'; readonly page: DrawnPage }
  | { readonly state: 'failed'; readonly failure: PictureFailure };

/** What is drawn stays until the next page is. */
function useDrawn(file: PictureFile | undefined, page: number): readonly [Drawn, () => void] {
  const [drawn, setDrawn] = useState<Drawn>({ state: 'drawing' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (file === undefined) return;
    let wanted = true;
    setDrawn({ state: 'drawing' });
    void drawPage(file, page).then((result) => {
      if (!wanted) {
        if (result.ok) result.value.bitmap.close();
        return;
      }
      setDrawn(result.ok ? { state: 'drawn', page: result.value } : { state: 'failed', failure: result.error });
    });
    return () => {
      wanted = false;
    };
  }, [file, page, turn]);
  return [drawn, () => setTurn(turn + 1)];
}

interface CanvasProps {
  readonly page: DrawnPage;
  readonly name: string;
  readonly width: number | null;
}

function Canvas({ page: { bitmap }, name, width }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={name}
      width={bitmap.width}
      height={bitmap.height}
      style={{ width: width === null ? '100%' : `${width}px` }}
    />
  );
}

/** Kept nowhere any more: the page was closed, and the store had no room. */
function NoPicture({ entry }: { readonly entry: Entry }) {
  return (
    <section class="entry-picture" aria-label={t('picture.label', { name: entry.pictures.join('、') })}>
      <ErrorNote title={t('picture.unkept')} severity="warning">
        <p>
          {entry.pictures.join('、')} {t('picture.unkept.detail', { reason: '' })}
        </p>
      </ErrorNote>
    </section>
  );
}

function UnkeptNote({ entry }: { readonly entry: string }) {
  const why = unstoredPictures.get(entry)?.why;
  if (why === undefined) return null;
  const reason =
    why === 'size' ? t('picture.unkept.size', { limit: Math.round(MAX_KEPT / 1_048_576) }) : `${storageText(why)} `;
  return (
    <ErrorNote title={t('picture.unkept')} severity="warning">
      <p>{t('picture.unkept.detail', { reason })}</p>
    </ErrorNote>
  );
}

interface FailedNoteProps {
  readonly name: string;
  readonly failure: PictureFailure;
  readonly onRetry: () => void;
}

function FailedNote({ name, failure, onRetry }: FailedNoteProps) {
  return (
    <ErrorNote title={t('picture.failed', { name })}>
      <p>{failureText(failure)}</p>
      {failure.code === 'timeout' ? (
        <button type="button" onClick={onRetry}>
          {t('picture.retry')}
        </button>
      ) : null}
    </ErrorNote>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}

function failureText(failure: PictureFailure): string {
  switch (failure.code) {
    case 'too-large':
      return t('picture.failure.too-large', {
        size: megabytes(failure.bytes),
        limit: Math.round(MAX_BYTES / 1_048_576),
      });
    case 'too-many-pixels': {
      const { width, height } = failure;
      return t('picture.failure.too-many-pixels', {
        width,
        height,
        limit: MAX_PIXELS.toLocaleString('en'),
        side: MAX_SIDE,
      });
    }
    case 'too-many-pages':
      return t('picture.failure.too-many-pages', { pages: failure.pages, limit: failure.limit });
    case 'unsupported':
      return t('picture.failure.unsupported', { kind: failure.kind.toUpperCase() });
    case 'timeout':
      return t('picture.failure.timeout', { seconds: failure.seconds });
    default:
      return t(`picture.failure.${failure.code}`);
  }
}
