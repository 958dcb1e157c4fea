// Does docs/procedure.md still say what the table of cases says?
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { procedurePage } from '../../scripts/procedure-page.ts';
import { caseProcedure } from '../../src/domain/case/procedure.ts';

describe('docs/procedure.md', () => {
  it('is as printed: node scripts/print-procedure.ts > docs/procedure.md', () => {
    expect(readFileSync('docs/procedure.md', 'utf8')).toBe(procedurePage());
  });

  it('draws every move of every status', () => {
    const page = procedurePage();
    for (const { code } of caseProcedure.statuses) expect(page).toContain(`  ${code} : `);
    for (const rule of caseProcedure.steps) {
      expect(page).toContain(`| \`${rule.name}\` |`);
      const targets = typeof rule.to === 'string' ? [rule.to] : Object.values(rule.to?.of ?? {});
      for (const from of rule.from)
        for (const to of targets) expect(page).toContain(`  ${from} --> ${to}: ${rule.label[0]}`);
    }
  });
});
