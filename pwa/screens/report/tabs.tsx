import { useRef } from 'preact/hooks';
import type { FormTable } from '../../../core/index';
import { t as ofApp } from '../../t';
import { type ExplainedFinding, type GroupId, groupName, groupOf, useKeys } from '../../ui/index';
import { extraName } from './extra-tabs';
import { t } from './t';
import { SUMS } from './use-inferred';

interface TabsProps {
  readonly tabs: readonly GroupId[];
  readonly tables: readonly FormTable[];
  readonly items: readonly ExplainedFinding[];
  readonly current: GroupId;
  readonly onTab: (tab: GroupId) => void;
}

/** 表三 / 表二 / 表四 / 正文, each with what is wrong in it. Arrow keys move; [ and ] from anywhere. */
export function Tabs({ tabs, tables, items, current, onTab }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: number): GroupId => tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length] ?? current;
  useKeys({ '[': () => onTab(step(-1)), ']': () => onTab(step(1)) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = step(by);
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={t('tabs')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === current}
          aria-controls="tab-body"
          tabIndex={tab === current ? 0 : -1}
          onClick={() => onTab(tab)}
        >
          {tab === SUMS ? t('sums') : (extraName(tab) ?? groupName(tab, tables))}
          <TabCounts items={items.filter((item) => groupOf(item.finding) === tab)} />
        </button>
      ))}
    </div>
  );
}

function TabCounts({ items }: { readonly items: readonly ExplainedFinding[] }) {
  const count = (severity: 'error' | 'warning'): number =>
    items.filter((item) => item.finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return (
    <>
      {errors > 0 ? (
        <span class="tag error" title={ofApp('list.errors', { count: errors })}>
          {errors}
          <span class="visually-hidden">{t('tab.errors.unit')}</span>
        </span>
      ) : null}
      {warnings > 0 ? (
        <span class="tag warning" title={ofApp('list.warnings', { count: warnings })}>
          {warnings}
          <span class="visually-hidden">{t('tab.warnings.unit')}</span>
        </span>
      ) : null}
    </>
  );
}
