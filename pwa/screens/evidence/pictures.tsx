import { useEffect, useRef, useState } from 'preact/hooks';
import { type EvidencePart, type Places, placesSchema } from '../../../core/exchange/evidence';
import type { SavedReport } from '../../../core/exchange/schema';
import { type KeptEvidence, loadPart } from '../../db/index';
import { downloadBlob } from '../../exchange/download';
import { drawMarks } from './draw-marks';
import { t } from './t';

interface PicturesProps {
  readonly kept: KeptEvidence;
  readonly report: SavedReport | null;
}

export function Pictures({ kept, report }: PicturesProps) {
  const pictures = kept.manifest.parts.filter(({ kind }) => kind === 'table-image');
  const [marked, setMarked] = useState(false);
  const places = usePlaces(kept);
  if (pictures.length === 0) return null;
  return (
    <>
      <div class="row between wrap">
        <h3>{t('pictures')}</h3>
        {report === null || places === null ? null : (
          <label class="row">
            <input type="checkbox" checked={marked} onChange={(event) => setMarked(event.currentTarget.checked)} />
            {t('marks')}
          </label>
        )}
      </div>
      <p class="quiet">{t('marks.detail')}</p>
      {pictures.map((part) => (
        <Picture
          key={part.name}
          evidence={kept.id}
          part={part}
          places={marked ? (places?.find(({ image }) => image === part.name) ?? null) : null}
          report={report}
        />
      ))}
    </>
  );
}

interface PictureProps {
  readonly evidence: string;
  readonly part: EvidencePart;
  /** Null: without marks. */
  readonly places: Places[number] | null;
  readonly report: SavedReport | null;
}

/** On a canvas: a copy to draw on, and no address that a page's policy would have to allow. */
function Picture({ evidence, part, places, report }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bitmap = usePicture(evidence, part.name);
  const drawn = bitmap instanceof ImageBitmap ? bitmap : null;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (drawn === null || context === null || context === undefined) return;
    context.drawImage(drawn, 0, 0);
    if (places !== null && report !== null) drawMarks(context, places, report.outcome);
  }, [drawn, places, report]);
  if (bitmap === 'broken') return <p class="note warning">{t('picture.broken')}</p>;
  if (drawn === null) return <p class="quiet">{t('loading')}</p>;
  const { width, height } = drawn;
  const table = part.table ?? 0;
  return (
    <figure class="stack">
      <figcaption class="row between wrap quiet">
        {t('picture.of', { table, width, height })}
        {places === null ? null : (
          <button type="button" onClick={() => saveCopy(canvas.current, t('picture.copy', { table }))}>
            {t('picture.save')}
          </button>
        )}
      </figcaption>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={t('picture.of', { table, width, height })}
      />
    </figure>
  );
}

function saveCopy(canvas: HTMLCanvasElement | null, name: string): void {
  canvas?.toBlob((blob) => {
    if (blob !== null) downloadBlob(name, blob);
  });
}

function usePicture(evidence: string, name: string): ImageBitmap | 'loading' | 'broken' {
  const [picture, setPicture] = useState<ImageBitmap | 'loading' | 'broken'>('loading');
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<ImageBitmap | 'broken'> => {
      const bytes = await loadPart(evidence, name);
      return bytes === null ? 'broken' : createImageBitmap(bytes);
    };
    load().then(
      (loaded) => wanted && setPicture(loaded),
      () => wanted && setPicture('broken'),
    );
    return () => {
      wanted = false;
    };
  }, [evidence, name]);
  return picture;
}

/** Null where there are none, or none that can be read: the pictures do without marks then. */
function usePlaces({ id }: KeptEvidence): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  useEffect(() => {
    const load = async (): Promise<Places | null> => {
      const text = await (await loadPart(id, 'places.json'))?.text();
      return text === undefined ? null : placesSchema.parse(JSON.parse(text));
    };
    load().then(setPlaces, () => setPlaces(null));
  }, [id]);
  return places;
}
