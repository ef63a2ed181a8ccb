import type { ComponentChildren } from 'preact';

interface EmptyStateProps {
  readonly title: string;
  /** 1 where the page has no heading beside it. */
  readonly level?: 1 | 2;
  readonly children?: ComponentChildren;
}

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, level = 2, children }: EmptyStateProps) {
  return (
    <div class="empty">
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}
