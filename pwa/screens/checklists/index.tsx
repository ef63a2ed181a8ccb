import './checklists.css';
import { readyIn } from '../../checklists/ready/ready';
import { language } from '../../ui/index';
import { ChecklistListView } from './checklist-list';
import { Editor } from './editor';
import { ReadyView } from './ready-view';

/** 核查清单: which rules, at which severity, by when, and what an office adds of its own. */
export function ChecklistsScreen({ id }: { readonly id: string | null }) {
  if (id === null) return <ChecklistListView />;
  const ready = readyIn(language.value).find((each) => each.id === id);
  return ready === undefined ? <Editor key={id} id={id} /> : <ReadyView ready={ready} />;
}
