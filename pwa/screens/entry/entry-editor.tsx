import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CellId } from '../../../core/index';
import { cellElement } from '../../ui/index';
import { useStay } from '../../use-stay';
import { EntryHeader } from './entry-header';
import { EntryTable } from './entry-table';
import { formOf } from './form-of';
import { checkLive } from './live-check';
import { PicturePane } from './picture-pane';
import type { PictureView } from './picture-view';
import { ProseFields } from './prose-fields';
import { SumsBar } from './sums-bar';
import type { EntryAtWork } from './use-entry';

/** The picture on one side, the form on the other, the sums under it. */
export function EntryEditor({ work }: { readonly work: EntryAtWork }) {
  const { entry } = work;
  const form = formOf(entry);
  const live = useMemo(() => checkLive(entry, form), [entry.cells, entry.prose, entry.organ, entry.year, form]);
  const [cell, setCell] = useState<CellId | null>(null);
  const view = useRef<PictureView | null>(null);
  const screen = useRef<HTMLDivElement>(null);
  const point = (next: CellId): void => cellElement(screen.current, next)?.querySelector('input')?.focus();
  useEntryKeys(screen, (event) => takesBack(event, work) || movesPicture(event, view.current));
  useStay(typeof work.keeping === 'object');
  const hasPicture = entry.pictures.length > 0;
  return (
    <div ref={screen} class={`entry ${hasPicture ? '' : 'alone'}`}>
      {hasPicture ? (
        <PicturePane
          key={entry.pictures.join('\n')}
          entry={entry}
          onView={(next) => {
            view.current = next;
          }}
        />
      ) : null}
      <div class="entry-form">
        <EntryHeader work={work} form={form} live={live} />
        {form.tables.map((table) => (
          <EntryTable key={table.id} table={table} work={work} live={live} onCell={setCell} />
        ))}
        <ProseFields work={work} form={form} />
      </div>
      <SumsBar live={live} form={form} cell={cell} onCell={point} />
    </div>
  );
}

/** Keys pressed anywhere on the screen. */
function useEntryKeys(screen: { current: HTMLElement | null }, take: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(take);
  latest.current = take;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || !latest.current(event)) return;
      event.preventDefault();
      // The app's own undo shall not take back something else as well.
      event.stopPropagation();
    };
    const element = screen.current;
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);
}

/** Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z: of the entry, since fields that are filled by a paste know no way back. */
function takesBack(event: KeyboardEvent, work: EntryAtWork): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) work.undo?.();
  else if (key === 'y' || key === 'z') work.redo?.();
  else return false;
  return true;
}

/** Alt with arrows, plus and minus: the hands stay on the form. */
function movesPicture(event: KeyboardEvent, view: PictureView | null): boolean {
  return event.altKey && !event.ctrlKey && !event.metaKey && view?.press(event.key) === true;
}
