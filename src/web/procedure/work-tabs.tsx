// Which part of a list of work is looked at, and how many wait in each? Tabs for mouse, thumb and arrow keys.
import { type KeyboardEvent, useEffect, useRef } from 'react';

interface WorkTab<T extends string> {
  readonly key: T;
  readonly label: string;
  /** Null where it is not counted. */
  readonly n: number | null;
  readonly late?: boolean;
}

export function WorkTabs<T extends string>(props: {
  readonly label: string;
  readonly tabs: readonly WorkTab<T>[];
  readonly on: T;
  readonly go: (key: T) => void;
}) {
  const { label, tabs, on, go } = props;
  const bar = useRef<HTMLDivElement>(null);
  const counted = tabs.some((tab) => tab.n !== null);
  // On a phone the tab looked at may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into view when another tab is looked at, and again once the counts have made the tabs wider
  useEffect(() => {
    const { current } = bar;
    const tab = current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (current && tab)
      current.scrollLeft = tab.offsetLeft - current.offsetLeft - (current.clientWidth - tab.offsetWidth) / 2;
  }, [on, counted]);
  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[tabs.findIndex((tab) => tab.key === on) + by];
    if (by === 0 || !next) return;
    event.preventDefault();
    go(next.key);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div ref={bar} className="inbox-tabs" role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          data-tab={tab.key}
          tabIndex={tab.key === on ? 0 : -1}
          aria-selected={tab.key === on}
          className={tab.key === on ? 'on' : ''}
          onClick={() => go(tab.key)}
        >
          {tab.label}
          {tab.n !== null && (
            <b className={tab.late && tab.n > 0 ? 'num late' : 'num'}>{tab.n.toLocaleString('en-US')}</b>
          )}
        </button>
      ))}
    </div>
  );
}
