import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from './t';

export interface ToastMessage {
  readonly id: number;
  readonly message: string;
  /** What takes the action back. */
  readonly undo?: () => void;
}

/** Long enough to read and reach by keyboard; it waits while pointed at or focused. */
const SHOWN_FOR = 12_000;

/** Undo reaches this far back. */
const DEPTH = 20;

let lastId = 0;
/** Oldest first. Only the latest is shown; taking it back brings up the one before. */
const toasts = signal<readonly ToastMessage[]>([]);

/** Says what was done, with the way back. */
export function showToast(message: string, undo?: () => void): void {
  lastId += 1;
  const next: ToastMessage = undo === undefined ? { id: lastId, message } : { id: lastId, message, undo };
  toasts.value = [...toasts.value.slice(1 - DEPTH), next];
}

/** Nothing is offered any more. */
export function closeToasts(): void {
  toasts.value = [];
}

/** Takes back the latest action that can be taken back; false where there is none. */
export function undoLatest(): boolean {
  const at = toasts.value.findLastIndex((toast) => toast.undo !== undefined);
  const latest = toasts.value[at];
  if (latest === undefined) return false;
  toasts.value = toasts.value.slice(0, at);
  latest.undo?.();
  return true;
}

/** Put once at the end of the page. */
export function Toasts() {
  const latest = toasts.value.at(-1);
  return (
    <section class="toasts" role="status" aria-label={t('region.toasts')}>
      {latest === undefined ? null : <Toast key={latest.id} toast={latest} onUndo={undoLatest} onClose={closeToasts} />}
    </section>
  );
}

interface ToastProps {
  readonly toast: ToastMessage;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

export function Toast({ toast, onUndo, onClose }: ToastProps) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      const busy = document.querySelector(`[data-toast="${toast.id}"]:is(:hover, :focus-within)`) !== null;
      if (busy) timer = setTimeout(wait, 2000);
      else onClose();
    };
    timer = setTimeout(wait, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape on its buttons closes it; it is no control itself.
    <div
      class="toast"
      data-toast={toast.id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <span>{toast.message}</span>
      {toast.undo === undefined ? null : (
        <button type="button" onClick={onUndo}>
          {t('toast.undo')}
        </button>
      )}
      <button type="button" class="plain" aria-label={t('toast.close')} onClick={onClose}>
        ×
      </button>
    </div>
  );
}
