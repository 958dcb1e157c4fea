// Does every phrase have a home that exists, and does docs/trace.md say the same?
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUARDS } from '../case/guard.ts';
import { FIGURES, findFigure } from '../figure/catalogue.ts';
import { ruleOf } from '../kernel/procedure.ts';
import { findKind } from '../kind.ts';
import { findProcedure } from '../procedure.ts';
import { figuresBehind, LISTS, type ListSource } from './list.ts';
import { figuresOf, listsOf } from './outline.ts';
import { OUTLINES } from './outlines.ts';
import { TRACES } from './trace.ts';
import { traceDocument } from './trace-table.ts';

const OF_ALL = Object.values(OUTLINES);
const SENTENCES = new Set(OF_ALL.flatMap((o) => o.sections.flatMap((s) => s.sentences.map((x) => x.id))));
const CHECKS = new Set(OF_ALL.flatMap((o) => o.sections.flatMap((s) => s.watches ?? [])));

/** Paths of the desk; the portal is an application of its own. */
const DESK = readFileSync(new URL('../../web/desk.tsx', import.meta.url), 'utf8');
const SCREENS = new Set([
  '/',
  ...[...DESK.matchAll(/<Route path="([\w/-]+)"/g)].map(([, path]) => `/${path}`),
]);

it('names RT001 to RT102, each once, in order', () => {
  const ids = Array.from({ length: 102 }, (_, i) => `RT${String(i + 1).padStart(3, '0')}`);
  expect(TRACES.map((trace) => trace.id)).toEqual(ids);
});

describe.each(TRACES.map((trace) => [trace.id, trace] as const))('%s', (_id, trace) => {
  it('lives in fields, figures, sentences and checks that exist', () => {
    expect(trace.fields.length + trace.figures.length).toBeGreaterThan(0);
    expect(trace.sentences.length).toBeGreaterThan(0);
    const missing = trace.fields.filter((path) => {
      const [kind = '', field = ''] = path.split('.');
      return findKind(kind)?.fields[field] === undefined;
    });
    expect(missing).toEqual([]);
    expect(trace.figures.filter((id) => !findFigure(id))).toEqual([]);
    expect(trace.sentences.filter((id) => !SENTENCES.has(id))).toEqual([]);
    expect(trace.checks.filter((id) => !CHECKS.has(id))).toEqual([]);
    expect(trace.guards.filter((id) => !GUARDS.some(({ code }) => code === id))).toEqual([]);
    const steps = trace.steps.filter((path) => {
      const [kind = '', step = ''] = path.split('.');
      const procedure = findProcedure(kind);
      return !procedure || !ruleOf(procedure, step);
    });
    expect(steps).toEqual([]);
    expect(trace.screens.filter((path) => path !== '/portal/' && !SCREENS.has(path))).toEqual([]);
  });
  it('is served by a figure that names it', () => {
    expect(FIGURES.some((figure) => figure.trace.includes(trace.id))).toBe(true);
  });
});

it('has every alarm stand for a phrase', () => {
  const named = new Set(TRACES.flatMap((trace) => trace.guards));
  expect(GUARDS.map(({ code }) => code).filter((code) => !named.has(code))).toEqual([]);
});

it('lets every figure and list of the outlines exist', () => {
  for (const outline of OF_ALL) {
    const lists = listsOf(outline).flatMap((id) => figuresBehind(LISTS[id] as ListSource));
    expect([...figuresOf(outline), ...lists].filter((id) => !findFigure(id))).toEqual([]);
  }
});

it('is written out as committed', () => {
  const committed = readFileSync(new URL('../../../docs/trace.md', import.meta.url), 'utf8');
  expect(committed).toBe(traceDocument());
});

const SEED = new URL('../../../../shared/seed/trace.csv', import.meta.url);
it.skipIf(!existsSync(SEED))('has the ids and summaries of the seed', () => {
  const lines = readFileSync(SEED, 'utf8').trim().split('\n').slice(1);
  expect(lines.map((line) => line.split(',').slice(0, 2))).toEqual(TRACES.map((t) => [t.id, t.summary]));
});
