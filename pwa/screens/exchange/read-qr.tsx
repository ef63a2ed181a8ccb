import { useEffect, useRef, useState } from 'preact/hooks';
import { incoming, openLink } from '../../exchange/incoming';
import { payloadIn } from '../../exchange/link';
import { FileButton } from '../../file-button';
import { t } from './t';

/** Between two looks at the camera's picture. */
const PAUSE = 250;

/** A QR code from a picture, or held before the camera. */
export function ReadQr() {
  const [camera, setCamera] = useState<MediaStream | null>(null);
  const [refused, setRefused] = useState('');
  const start = (): void => {
    setRefused('');
    startCamera().then(setCamera, (error: unknown) =>
      setRefused(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape on its buttons puts the camera off. */}
      <div
        class="row wrap"
        onKeyDown={(event) => {
          if (event.key === 'Escape') setCamera(null);
        }}
      >
        <FileButton
          text={t('qr.picture')}
          name="qr-input"
          accept="image/*"
          onFiles={([file]) => {
            if (file !== undefined) void fromPicture(file);
          }}
        />
        {hasCamera() ? (
          <button
            type="button"
            aria-pressed={camera !== null}
            onClick={() => (camera === null ? start() : setCamera(null))}
          >
            {t(camera === null ? 'qr.camera' : 'qr.camera.stop')}
          </button>
        ) : null}
      </div>
      {refused === '' ? null : (
        <p class="refusal" role="alert">
          {t('qr.camera.refused', { reason: refused })}
        </p>
      )}
      {camera === null ? null : <Viewfinder stream={camera} onEnd={() => setCamera(null)} />}
    </>
  );
}

/** Plain http has none, whatever the types say. */
function hasCamera(): boolean {
  return 'mediaDevices' in navigator;
}

function startCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
}

/** The camera stops when this is gone, whichever way it goes. */
function Viewfinder({ stream, onEnd }: { readonly stream: MediaStream; readonly onEnd: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    let isOver = false;
    const look = async (): Promise<void> => {
      const { readQr } = await import('../../exchange/read-qr');
      while (!isOver) {
        const text = await readQr(element);
        if (text !== null && !isOver && take(text)) return onEnd();
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    };
    element.srcObject = stream;
    void element.play().then(look, () => undefined);
    return () => {
      isOver = true;
      for (const track of stream.getTracks()) track.stop();
    };
  }, [stream]);
  return (
    <div class="stack">
      <p role="status">{t('qr.camera.looking')}</p>
      <video ref={video} class="viewfinder" muted playsInline />
    </div>
  );
}

async function fromPicture(file: File): Promise<void> {
  incoming.value = { state: 'reading', name: file.name };
  const fail = (code: 'no-code' | 'foreign-code', reason = ''): void => {
    incoming.value = { state: 'failed', name: file.name, code, reason };
  };
  try {
    const { readQr } = await import('../../exchange/read-qr');
    const picture = await createImageBitmap(file);
    const text = await readQr(picture);
    picture.close();
    if (text === null) fail('no-code');
    else if (!take(text)) fail('foreign-code', text.slice(0, 200));
  } catch {
    fail('no-code'); // No picture at all.
  }
}

/** False where the code says something else. */
function take(text: string): boolean {
  const payload = payloadIn(text);
  if (payload === null) return false;
  void openLink(payload, '', t('import.qr.name'));
  return true;
}
