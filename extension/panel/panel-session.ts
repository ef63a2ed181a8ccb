/** What the panel knows and does: the state of its tab, the report of the page, the chosen finding. */
import { effect, signal } from '@preact/signals';
import type { CellId, Finding, OwnFinding } from '../../core/index';
import { language } from '../../pwa/ui/index';
import type { AnchorState, PageEvent, PageReport, Picked, SumsCall } from '../messages';
import { followTabState, loadTabState, type TabState } from '../tab-state';
import { PageLink } from './page-link';

/** `gone`: the page was left or reloaded. `closed`: its tab is no more. */
export type PageNow = 'none' | 'there' | 'gone' | 'closed';

export class PanelSession {
  readonly tab = signal<TabState | null>(null);
  readonly page = signal<PageReport | null>(null);
  readonly now = signal<PageNow>('none');
  /** Why the report could not be had although the page was checked. */
  readonly trouble = signal<string | null>(null);
  /** Fingerprint of the chosen finding. */
  readonly current = signal<string | null>(null);
  readonly marksShown = signal(true);
  readonly unclaimedShown = signal(false);
  /** Selected in the page, for a finding of one's own. */
  readonly picked = signal<Picked | null>(null);
  /** Where the findings of one's own are in the page. */
  readonly ownAnchors = signal<PageReport['anchors']>({});

  private readonly link: PageLink | null;
  private readonly end = new AbortController();

  constructor(readonly tabId: number | null) {
    this.link =
      tabId === null
        ? null
        : new PageLink(
            tabId,
            (event) => this.hear(event),
            () => this.lose('gone'),
          );
  }

  start(): void {
    const { tabId } = this;
    if (tabId === null) return;
    const { signal } = this.end;
    let heard = false;
    followTabState(tabId, signal, (state) => {
      heard = true;
      this.follow(state);
    });
    // What is stored may be read before, and arrive after, a change that was already heard.
    void loadTabState(tabId).then((state) => heard || this.follow(state));
    const onRemoved = (id: number): void => {
      if (id === tabId) this.lose('closed');
    };
    chrome.tabs.onRemoved.addListener(onRemoved);
    signal.addEventListener('abort', () => chrome.tabs.onRemoved.removeListener(onRemoved));
    effect(() => void this.tellLanguage(language.value));
  }

  stop(): void {
    this.end.abort();
  }

  /** Chooses a finding and shows it in the page. */
  async choose(finding: Finding): Promise<AnchorState | null> {
    this.current.value = finding.fingerprint;
    const found = await this.link?.call<'choose'>({ type: 'choose', finding: finding.fingerprint, scroll: true });
    return found?.ok ? found.value : null;
  }

  async showCell(cell: CellId): Promise<AnchorState | null> {
    const found = await this.link?.call<'show-cell'>({ type: 'show-cell', cell });
    return found?.ok ? found.value : null;
  }

  async showMarks(shown: boolean): Promise<void> {
    const done = await this.link?.call<'marks'>({ type: 'marks', shown });
    if (done?.ok) this.marksShown.value = shown;
  }

  async showUnclaimed(shown: boolean): Promise<void> {
    const done = await this.link?.call<'unclaimed'>({ type: 'unclaimed', shown });
    if (done?.ok) this.unclaimedShown.value = shown;
  }

  async showOwn(findings: readonly OwnFinding[]): Promise<void> {
    const shown = await this.link?.call<'own'>({ type: 'own', findings: [...findings] });
    if (shown?.ok) this.ownAnchors.value = shown.value;
  }

  /** Marks inferred sums in the page. */
  async showSums(sums: Omit<SumsCall, 'type'>): Promise<AnchorState | null> {
    const found = await this.link?.call<'sums'>({ type: 'sums', ...sums });
    return found?.ok ? found.value : null;
  }

  /** False where nothing is selected in the page. */
  async pick(): Promise<boolean> {
    const picked = await this.link?.call<'pick'>({ type: 'pick', tell: false });
    if (picked?.ok !== true || picked.value === null) return false;
    this.picked.value = picked.value;
    return true;
  }

  /** What was picked is dealt with. */
  letGo(): void {
    this.picked.value = null;
  }

  private follow(state: TabState | null): void {
    // The service worker forgets a closed tab: what was read stays on show.
    if (state === null) return;
    const again = state.phase === 'checked' && state.at !== this.tab.value?.at;
    this.tab.value = state;
    if (again) void this.load();
    else if (state.phase !== 'checked') {
      this.page.value = null;
      this.now.value = 'none';
    }
  }

  private async load(): Promise<void> {
    if (this.link === null) return;
    this.link.connect();
    await this.tellLanguage(language.value);
    const report = await this.link.call<'report'>({ type: 'report' });
    if (!report.ok) {
      if (report.error.code === 'gone') this.lose('gone');
      this.trouble.value = report.error.code === 'gone' ? null : report.error.reason;
      return;
    }
    this.trouble.value = null;
    this.page.value = report.value;
    this.marksShown.value = report.value.marksShown;
    // A new script in the page starts without them.
    if (this.unclaimedShown.value) await this.showUnclaimed(report.value.outcome.unclaimed.length > 0);
    if (report.value.picked !== null) this.picked.value = report.value.picked;
    this.now.value = 'there';
    const known = report.value.outcome.findings.some(({ fingerprint }) => fingerprint === this.current.value);
    if (!known) this.current.value = null;
    else await this.link.call<'choose'>({ type: 'choose', finding: this.current.value, scroll: false });
  }

  private hear(event: PageEvent): void {
    if (event.type === 'changed') void this.load();
    else if (event.type === 'marks') this.marksShown.value = event.shown;
    else if (event.type === 'picked') void this.pick();
    else this.current.value = event.finding;
  }

  private lose(how: 'gone' | 'closed'): void {
    if (this.now.value !== 'closed') this.now.value = how;
  }

  private async tellLanguage(value: 'zh-CN' | 'en'): Promise<void> {
    await this.link?.call<'language'>({ type: 'language', language: value });
  }
}
