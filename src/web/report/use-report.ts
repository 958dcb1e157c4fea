// How does a summary stay saved while it is written? Edits are kept here, saved after a pause, and never overwrite another's unseen.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { makeAction, ProblemError, sendAction } from '../../client/api.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import type { Edits } from '../../domain/report/edit.ts';
import type { ReportView } from './report-view.ts';

const PAUSE_MS = 800;
/** Typing in one place within this time is one step of undo. */
const STEP_MS = 1_500;

export type SaveState =
  | { readonly s: 'saved'; readonly at: number | null }
  | { readonly s: 'waiting' }
  | { readonly s: 'saving' }
  | { readonly s: 'failed'; readonly error: unknown };

export interface Conflict {
  readonly version: number;
  readonly theirs: Edits;
  readonly mine: Edits;
}

export interface Desk {
  readonly view: ReportView | null;
  readonly error: unknown;
  readonly retry: () => void;
  readonly edits: Edits;
  readonly version: number;
  /** `place`: what is being changed; steps in one place run together. */
  readonly change: (next: (edits: Edits) => Edits, place: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** Grows when words on the page must be written anew (undo, redo, another's version). */
  readonly epoch: number;
  readonly save: SaveState;
  readonly conflict: Conflict | null;
  readonly settle: (edits: Edits) => void;
  /** Saves what waits; resolves when all is saved, false when it could not be. */
  readonly flush: () => Promise<boolean>;
}

export function useReport(id: string): Desk {
  const county = useCounty();
  const client = useQueryClient();
  const query = useCall('report', { params: { county, id } }, { keep: true });
  const view = (query.data ?? null) as ReportView | null;
  const [local, setLocal] = useState<Edits | null>(null);
  const [past, setPast] = useState<readonly Edits[]>([]);
  const [future, setFuture] = useState<readonly Edits[]>([]);
  const [epoch, setEpoch] = useState(0);
  const [save, setSave] = useState<SaveState>({ s: 'saved', at: null });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const step = useRef({ place: '', at: 0 });
  // What is sent must be the newest, whichever render the timer was set in.
  const now = useRef({ edits: {} as Edits, version: 0, dirty: false, busy: null as Promise<boolean> | null });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    if (!view || now.current.dirty || now.current.busy) return;
    if (view.report.version < now.current.version) return;
    now.current.version = view.report.version;
    now.current.edits = view.edits;
    setLocal(view.edits);
  }, [view]);

  const send = useCallback(async (): Promise<boolean> => {
    const { edits, version } = now.current;
    now.current.dirty = false;
    setSave({ s: 'saving' });
    try {
      await sendAction(
        county,
        makeAction('report.edit', { id, version, edits: edits as Record<string, unknown> }),
      );
      now.current.version = version + 1;
      setSave({ s: 'saved', at: Date.now() });
      return true;
    } catch (error) {
      now.current.dirty = true;
      const stale = error instanceof ProblemError ? error.find('report.stale') : undefined;
      const detail = stale?.detail as { theirs?: { version: number; edits: Edits } } | undefined;
      if (detail?.theirs) setConflict({ ...detail.theirs, theirs: detail.theirs.edits, mine: edits });
      setSave({ s: 'failed', error });
      return false;
    }
  }, [county, id]);

  const flush = useCallback(async (): Promise<boolean> => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    while (now.current.busy) if (!(await now.current.busy)) return false;
    if (!now.current.dirty) return true;
    now.current.busy = send();
    const done = await now.current.busy;
    now.current.busy = null;
    if (done && !now.current.dirty)
      void client.invalidateQueries({ queryKey: ['report', { params: { county, id } }] });
    return done && now.current.dirty ? flush() : done;
  }, [send, client, county, id]);

  const put = useCallback(
    (edits: Edits, wait: number) => {
      now.current.edits = edits;
      now.current.dirty = true;
      setLocal(edits);
      setSave({ s: 'waiting' });
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), wait);
    },
    [flush],
  );

  const change = useCallback(
    (next: (edits: Edits) => Edits, place: string) => {
      const before = now.current.edits;
      const at = Date.now();
      const joined = step.current.place === place && at - step.current.at < STEP_MS;
      step.current = { place, at };
      if (!joined) setPast((list) => [...list.slice(-99), before]);
      setFuture([]);
      put(next(before), PAUSE_MS);
    },
    [put],
  );

  const jump = (from: readonly Edits[], setFrom: typeof setPast, setTo: typeof setPast) => {
    const target = from.at(-1);
    if (!target) return;
    const current = now.current.edits;
    setFrom(from.slice(0, -1));
    setTo((list) => [...list, current]);
    step.current = { place: '', at: 0 };
    setEpoch((n) => n + 1);
    put(target, 0);
  };

  const settle = (edits: Edits) => {
    if (conflict) now.current.version = conflict.version;
    setConflict(null);
    setEpoch((n) => n + 1);
    put(edits, 0);
  };

  useEffect(() => {
    // Closing the page with words unsaved asks first.
    const ask = (event: BeforeUnloadEvent) => {
      if (now.current.dirty) event.preventDefault();
    };
    const again = () => void flush();
    window.addEventListener('beforeunload', ask);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', ask);
      void flush();
    };
  }, [flush]);

  return {
    view,
    error: query.error,
    retry: () => void query.refetch(),
    edits: local ?? view?.edits ?? {},
    version: now.current.version,
    change,
    undo: past.length > 0 ? () => jump(past, setPast, setFuture) : null,
    redo: future.length > 0 ? () => jump(future, setFuture, setPast) : null,
    epoch,
    save,
    conflict,
    settle,
    flush,
  };
}
