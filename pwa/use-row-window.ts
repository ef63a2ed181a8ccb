/** The rows of a long table that can be seen, and a few around them. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { usePrinting } from './use-printing';

/** Rows drawn above and below what is seen. */
const AROUND = 4;

export interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** The scrolling element, and what tells which it is. */
  readonly element: HTMLElement | null;
  readonly attach: (element: HTMLElement | null) => void;
  /** Scrolls as little as shows the row between head and foot. */
  readonly reveal: (row: number) => void;
  /** Rows that a page key moves by. */
  readonly page: () => number;
}

/** `height` of a row; `edge` of head and foot, which cover rows at both ends. On paper all rows stand. */
export function useRowWindow(
  count: number,
  height: number,
  edge: { readonly head: number; readonly foot: number },
): RowWindow {
  const [element, attach] = useState<HTMLElement | null>(null);
  // Nothing is drawn before it is known what can be seen: measuring has the browser lay out all that stands.
  const [view, setView] = useState<{ readonly top: number; readonly size: number } | null>(null);
  const printing = usePrinting();
  useLayoutEffect(() => {
    if (element === null) return;
    const look = (): void => {
      const { scrollTop: top, clientHeight: size } = element;
      setView((last) => (last?.top === top && last.size === size ? last : { top, size }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [element]);
  const reveal = useCallback(
    (row: number) => {
      if (element === null) return;
      const top = row * height;
      const room = element.clientHeight - edge.head - edge.foot;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + height > element.scrollTop + room) element.scrollTop = top + height - room;
    },
    [element, height, edge.head, edge.foot],
  );
  const page = useCallback(() => {
    const room = (element?.clientHeight ?? 400) - edge.head - edge.foot;
    return Math.max(1, Math.floor(room / height) - 1);
  }, [element, height, edge.head, edge.foot]);
  if (printing) return { from: 0, to: count, element, attach, reveal, page };
  if (view === null) return { from: 0, to: 0, element, attach, reveal, page };
  const from = Math.max(0, Math.floor(view.top / height) - AROUND);
  const to = Math.min(count, Math.ceil((view.top + view.size) / height) + AROUND);
  return { from, to, element, attach, reveal, page };
}
