/** The page's part in sealing evidence: its tables as rendered, and views of them without our marks. */
import type { Result } from '../../core/index';
import type { Reading } from '../page/anchor';
import { isSealCall } from '../page/page-calls';
import { reasonOf } from '../plain-messages';
import { clearArea, scrollersOf, scrollToPlace } from './clear-area';
import { rendered } from './rendered';
import type { Area, SealBegun, SealCall, SealTable, SealView } from './seal-calls';
import { tableBlocks } from './table-blocks';

export interface Sealable {
  readNow(): Reading;
  report(): { readonly marksShown: boolean };
  readonly marking: { setShown(shown: boolean): void };
}

/** A panel that was closed in the middle asks nothing more: the marks come back by themselves. */
const PATIENCE = 15_000;

export function answerSeal(page: Document, session: Sealable, signal: AbortSignal): void {
  const sealing = new PageSeal(page, session);
  const onMessage = (
    message: unknown,
    _sender: unknown,
    reply: (value: Result<unknown, string>) => void,
  ): true | undefined => {
    if (!isSealCall(message)) return;
    void sealing.answer(message).then(
      (value) => reply({ ok: true, value }),
      (error: unknown) => reply({ ok: false, error: reasonOf(error) }),
    );
    return true;
  };
  chrome.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    sealing.end();
    if (chrome.runtime?.id !== undefined) chrome.runtime.onMessage.removeListener(onMessage);
  });
}

class PageSeal {
  private tables: readonly FoundTable[] = [];
  /** How to put everything back; null while nothing is being sealed. */
  private restore: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly page: Document,
    private readonly session: Sealable,
  ) {}

  async answer(call: SealCall): Promise<SealBegun | SealView | null> {
    switch (call.type) {
      case 'seal-begin':
        return this.begin();
      case 'seal-look':
        return this.look(call);
      case 'seal-end':
        this.end();
        return null;
    }
  }

  end(): void {
    clearTimeout(this.timer);
    this.restore?.();
    this.restore = null;
  }

  private begin(): SealBegun {
    this.end();
    const reading = this.session.readNow();
    const { marksShown } = this.session.report();
    this.tables = recognisedTables(reading);
    const putBack = scrollingOf(
      this.tables.map(({ element }) => element),
      this.page,
    );
    this.restore = () => {
      putBack();
      this.session.marking.setShown(marksShown);
    };
    this.wait();
    this.session.marking.setShown(false);
    const { location, contentType, defaultView } = this.page;
    return {
      document: reading.document,
      address: location.href,
      contentType,
      opened: Math.round(defaultView?.performance.timeOrigin ?? 0),
      tables: this.tables.map((table) => sealTable(table, reading)),
    };
  }

  private async look({ table, x, y, lead }: Extract<SealCall, { type: 'seal-look' }>): Promise<SealView> {
    if (this.restore === null) throw new Error('nothing is being sealed');
    const element = this.tables[table]?.element;
    const view = this.page.defaultView;
    if (element === undefined || view === null) throw new Error(`no table ${table}`);
    this.wait();
    // Somebody may have asked for the marks meanwhile.
    const clean = !this.session.report().marksShown;
    if (!clean) this.session.marking.setShown(false);
    if (!isInView(element, x, y)) scrollToPlace(element, { x, y, lead });
    const drawn = await painted(view);
    const rect = element.getBoundingClientRect();
    return {
      table: [rect.left, rect.top, rect.width, rect.height],
      clear: clearArea(element),
      window: { width: view.innerWidth, height: view.innerHeight, x: view.scrollX, y: view.scrollY },
      visible: this.page.visibilityState === 'visible',
      clean: clean && drawn,
    };
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), PATIENCE);
  }
}

interface FoundTable {
  readonly block: number;
  readonly element: Element;
}

function recognisedTables({ document, outcome, nodes }: Reading): readonly FoundTable[] {
  return tableBlocks(document, outcome).flatMap((block) => {
    const node = nodes.blocks[block];
    return node instanceof Element ? [{ block, element: node }] : [];
  });
}

/** All that is left of the table is in sight already: one picture may serve several tables. */
function isInView(table: Element, x: number, y: number): boolean {
  const clear = clearArea(table);
  if (clear === null) return false;
  const { left, top, right, bottom } = table.getBoundingClientRect();
  const [fromX, fromY, width, height] = clear;
  return fromX <= left + x + 1 && fromY <= top + y + 1 && fromX + width >= right - 1 && fromY + height >= bottom - 1;
}

function sealTable({ block, element: table }: FoundTable, { outcome, nodes }: Reading): SealTable {
  const corner = table.getBoundingClientRect();
  const cells: Record<string, Area> = {};
  for (const [id, { place }] of Object.entries(outcome.facts)) {
    if (place?.cell === undefined || place.block !== block) continue;
    const cell = nodes.cells[place.block]?.[place.cell];
    if (!(cell instanceof Element)) continue;
    const { left, top, width, height } = cell.getBoundingClientRect();
    cells[id] = [left - corner.left, top - corner.top, width, height];
  }
  return {
    block,
    html: rendered(table),
    text: table instanceof HTMLElement ? table.innerText : table.textContent,
    cells,
  };
}

function scrollingOf(tables: readonly Element[], page: Document): () => void {
  const places = [...new Set(tables.flatMap(scrollersOf))].map(
    (each) => [each, each.scrollLeft, each.scrollTop] as const,
  );
  const view = page.defaultView;
  const [left, top] = [view?.scrollX ?? 0, view?.scrollY ?? 0];
  return () => {
    for (const [each, x, y] of places) each.scrollTo({ left: x, top: y, behavior: 'instant' });
    view?.scrollTo({ left, top, behavior: 'instant' });
  };
}

/**
 * Frames until what was changed before is on the screen. A browser that is behind with drawing asks for no more of them before
 * it has shown what it was handed, so that the picture taken next is not of what stood there earlier.
 */
const FRAMES = 4;
/** Milliseconds for them: a hidden page draws none. */
const DRAWING = 5000;

/** False where the page draws nothing. */
function painted(view: Window): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (drawn: boolean): void => {
      clearTimeout(timer);
      view.document.removeEventListener('visibilitychange', onHide);
      resolve(drawn);
    };
    const onHide = (): void => end(false);
    const draw = (left: number): void => {
      if (left === 0) end(true);
      else view.requestAnimationFrame(() => draw(left - 1));
    };
    const timer = setTimeout(onHide, view.document.hidden ? 0 : DRAWING);
    view.document.addEventListener('visibilitychange', onHide);
    draw(FRAMES);
  });
}
