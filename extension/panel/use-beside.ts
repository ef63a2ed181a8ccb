/** What else the page offers: a list of annual reports, or attachments. */
import { useEffect, useState } from 'preact/hooks';
import { type Attachment, attachmentsOf } from '../attachment/attachment-links';
import { columnIn, linksOfTab } from '../column/page-links';
import { type Column, LEAST } from '../column/report-links';
import type { PageReport } from '../messages';

export interface Beside {
  readonly column: Column | null;
  /** Of a list they are the reports themselves. */
  readonly attachments: readonly Attachment[];
}

/** Milliseconds after the check: lists are often drawn a moment after the page. */
const LOOKS = [0, 800, 2500];
/** Beside a report stand links to its neighbours: they make no list. */
const LEAST_BESIDE = 8;
const NOTHING: Beside = { column: null, attachments: [] };

export function useBeside(tabId: number | null, page: PageReport): Beside {
  const [beside, setBeside] = useState(NOTHING);
  const least = page.outcome.status === 'unrecognised' ? LEAST : LEAST_BESIDE;
  const { address } = page.document;
  useEffect(() => {
    setBeside(NOTHING);
    if (tabId === null) return;
    let over = false;
    const look = async (): Promise<void> => {
      const found = await besideIn(tabId, least);
      if (!over) setBeside((known) => (isSame(known, found) ? known : found));
    };
    const timers = LOOKS.map((wait) => setTimeout(() => void look(), wait));
    return () => {
      over = true;
      timers.forEach(clearTimeout);
    };
  }, [tabId, address, least]);
  return beside;
}

async function besideIn(tabId: number, least: number): Promise<Beside> {
  const links = await linksOfTab(tabId);
  const column = columnIn(links);
  if (column !== null && column.reports.length >= least) return { column, attachments: [] };
  return { column: null, attachments: attachmentsOf(links) };
}

function isSame(a: Beside, b: Beside): boolean {
  return a.column?.reports.length === b.column?.reports.length && a.attachments.length === b.attachments.length;
}

/** The list as it is now: a script may have turned to its next page since. */
export async function columnOfTab(tabId: number): Promise<Column | null> {
  const column = columnIn(await linksOfTab(tabId));
  return column !== null && column.reports.length > 0 ? column : null;
}
