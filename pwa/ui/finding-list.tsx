import type { ComponentChildren } from 'preact';
import type { CellId, Explanation, Finding, FormTable } from '../../core/index';
import { FindingCard } from './finding-card';
import { type FindingGroup, type GroupId, groupFindings } from './finding-groups';
import { labelText } from './i18n';
import { t } from './t';

export interface ExplainedFinding {
  readonly finding: Finding;
  readonly explanation: Explanation;
}

export interface FindingListProps {
  readonly items: readonly ExplainedFinding[];
  /** Tables of the form, in the order the groups shall have. */
  readonly tables: readonly FormTable[];
  /** Fingerprint of the chosen finding. */
  readonly current: string | null;
  readonly onSelect: (finding: Finding) => void;
  readonly onCell: (cell: CellId) => void;
  /** Right of the severity of each card. */
  readonly aside?: (finding: Finding) => ComponentChildren;
  /** Inside the chosen card. */
  readonly actions?: (finding: Finding) => ComponentChildren;
}

/** Findings grouped by table, text and format. Keys are the screen's business: see `useFindingKeys`. */
export function FindingList(props: FindingListProps) {
  const groups = groupFindings(
    props.items,
    props.tables.map((table) => table.id),
  );
  return (
    <div class="finding-groups">
      {groups.map((group) => (
        <section key={group.id} class="finding-group">
          <GroupHeader group={group} tables={props.tables} />
          {group.items.map(({ finding, explanation }) => (
            <FindingCard
              key={finding.fingerprint}
              finding={finding}
              explanation={explanation}
              current={finding.fingerprint === props.current}
              onSelect={props.onSelect}
              onCell={props.onCell}
              aside={props.aside?.(finding)}
            >
              {finding.fingerprint === props.current ? props.actions?.(finding) : undefined}
            </FindingCard>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Findings in the order the list shows them: what j and k walk. */
export function listOrder(items: readonly ExplainedFinding[], tables: readonly FormTable[]): readonly Finding[] {
  return groupFindings(
    items,
    tables.map((table) => table.id),
  ).flatMap((group) => group.items.map((item) => item.finding));
}

export function groupName(id: GroupId, tables: readonly FormTable[]): string {
  if (id === 'text' || id === 'format' || id === 'sums') return t(`group.${id}`);
  const table = tables.find((each) => each.id === id);
  return table === undefined ? id : labelText(table.name);
}

interface GroupHeaderProps {
  readonly group: FindingGroup<ExplainedFinding>;
  readonly tables: readonly FormTable[];
}

function GroupHeader({ group, tables }: GroupHeaderProps) {
  const count = (severity: Finding['severity']): number =>
    group.items.filter((item) => item.finding.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const words = [
    errors > 0 ? t('group.errors', { count: errors }) : '',
    warnings > 0 ? t('group.warnings', { count: warnings }) : '',
    infos > 0 ? t('group.infos', { count: infos }) : '',
  ];
  return (
    <header>
      <h2>{groupName(group.id, tables)}</h2>
      <span>{words.filter((word) => word !== '').join(' · ')}</span>
    </header>
  );
}
