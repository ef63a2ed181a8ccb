/** The picture under the eyes: a canvas in a box that scrolls. Moved and zoomed by mouse, wheel and keys. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

export interface PictureView {
  /** Whether the key moves or zooms. */
  readonly press: (key: string) => boolean;
}

const STEP = 80;
const ZOOM = 1.25;
const LEAST = 0.05;
const MOST = 8;

export interface Zoomed {
  readonly box: { current: HTMLElement | null };
  /** Width of the picture as it is shown; null: as wide as the box. */
  readonly width: number | null;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly view: PictureView;
}

/** `natural`: width of the picture in its own pixels. */
export function useZoom(natural: number | null): Zoomed {
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  // What stood in the middle stays in the middle.
  const middle = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const zoom = (factor: number): void => {
    const element = box.current;
    if (element === null || natural === null) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    middle.current = {
      x: (scrollLeft + clientWidth / 2) / scrollWidth,
      y: (scrollTop + clientHeight / 2) / scrollHeight,
    };
    const now = element.querySelector('canvas')?.clientWidth ?? natural;
    setWidth(Math.max(LEAST * natural, Math.min(MOST * natural, now * factor)));
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || middle.current === null) return;
    element.scrollLeft = middle.current.x * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = middle.current.y * element.scrollHeight - element.clientHeight / 2;
    middle.current = null;
  }, [width]);
  const fit = (): void => setWidth(null);
  const latest = useRef({ zoom, fit });
  latest.current = { zoom, fit };
  const view = useMemo((): PictureView => {
    const move = (left: number, top: number) => () => box.current?.scrollBy({ left, top });
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: move(-STEP, 0),
      ArrowRight: move(STEP, 0),
      ArrowUp: move(0, -STEP),
      ArrowDown: move(0, STEP),
      '+': () => latest.current.zoom(ZOOM),
      '=': () => latest.current.zoom(ZOOM),
      '-': () => latest.current.zoom(1 / ZOOM),
      '0': () => latest.current.fit(),
    };
    return {
      press: (key) => {
        const act = keys[key];
        act?.();
        return act !== undefined;
      },
    };
  }, []);
  useDrag(box);
  useWheel(box, (factor) => latest.current.zoom(factor));
  return { box, width, zoom, fit, view };
}

/** The picture goes with the pointer. */
function useDrag(box: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const stop = new AbortController();
    const move = (event: PointerEvent): void => {
      if (element.hasPointerCapture(event.pointerId)) element.scrollBy(-event.movementX, -event.movementY);
    };
    const down = (event: PointerEvent): void => {
      // Fingers scroll by themselves.
      if (event.pointerType === 'mouse' && event.button === 0) element.setPointerCapture(event.pointerId);
    };
    element.addEventListener('pointerdown', down, { signal: stop.signal });
    element.addEventListener('pointermove', move, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

/** Ctrl and the wheel, or two fingers on a touchpad: the picture, not the page. */
function useWheel(box: { current: HTMLElement | null }, zoom: (factor: number) => void): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 300));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, []);
}
