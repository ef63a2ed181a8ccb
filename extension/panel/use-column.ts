/** Whether the page lists annual reports. */
import { useEffect, useState } from 'preact/hooks';
import { columnIn, linksOfTab } from '../column/page-links';
import { type Column, LEAST } from '../column/report-links';
import type { PageReport } from '../messages';

/** Milliseconds after the check: lists are often drawn a moment after the page. */
const LOOKS = [0, 800, 2500];
/** Beside a report stand links to its neighbours: they make no list. */
const LEAST_BESIDE = 8;

export function useColumn(tabId: number | null, page: PageReport): Column | null {
  const [column, setColumn] = useState<Column | null>(null);
  const least = page.outcome.status === 'unrecognised' ? LEAST : LEAST_BESIDE;
  useEffect(() => {
    setColumn(null);
    if (tabId === null) return;
    const look = async (): Promise<void> => {
      const found = await columnOfTab(tabId, least);
      if (found !== null) setColumn((known) => (known?.reports.length === found.reports.length ? known : found));
    };
    const timers = LOOKS.map((wait) => setTimeout(() => void look(), wait));
    return () => timers.forEach(clearTimeout);
  }, [tabId, page]);
  return column;
}

/** As the page is now: its script may have turned to the next page since. */
export async function columnOfTab(tabId: number, least: number = 1): Promise<Column | null> {
  const column = columnIn(await linksOfTab(tabId));
  return column !== null && column.reports.length >= least ? column : null;
}
