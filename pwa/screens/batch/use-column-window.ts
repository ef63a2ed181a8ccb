/** The columns of rules that can be seen, and a few around them: of fifty a window shows a dozen. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { usePrinting } from '../../use-printing';

/** Columns drawn left and right of what is seen. */
const AROUND = 3;

export interface ColumnWindow {
  readonly from: number;
  readonly to: number;
}

/** Of the `count` columns in the scrolling element, whose head has them all. On paper all stand. */
export function useColumnWindow(element: HTMLElement | null, count: number): ColumnWindow {
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const printing = usePrinting();
  useLayoutEffect(() => {
    if (element === null) return;
    const look = (): void => {
      const head = element.querySelector<HTMLElement>('thead th.rule');
      if (head === null) return;
      const { left, width } = head.getBoundingClientRect();
      const before = element.getBoundingClientRect().left - left;
      const from = Math.floor(before / width);
      const to = Math.ceil((before + element.clientWidth) / width);
      setSeen((last) => (last.from === from && last.to === to ? last : { from, to }));
    };
    let looked = element.scrollLeft;
    const follow = (): void => {
      // Up and down changes nothing here, and to measure costs a layout.
      if (element.scrollLeft === looked) return;
      looked = element.scrollLeft;
      look();
    };
    look();
    element.addEventListener('scroll', follow, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', follow);
      observer.disconnect();
    };
    // Their widths are the same, however many there are.
  }, [element, count > 0]);
  if (printing) return { from: 0, to: count };
  return { from: Math.min(count, Math.max(0, seen.from - AROUND)), to: Math.min(count, seen.to + AROUND) };
}
