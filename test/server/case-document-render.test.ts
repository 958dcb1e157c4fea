// Does a word processor open the papers of the steps, with every page worth its sheet and signatures beside their text?
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFile, listDocuments } from '../../src/server/case-document/index.ts';
import { setPapers } from '../support/case-story.ts';
import { act, CLERK, COUNTY, must, type Office, openOffice } from '../support/office.ts';
import { BOTH_FILLS, dropped, heard, notFiled, onSpot, spared } from '../support/paper-story.ts';

function has(program: string, flag: string): boolean {
  try {
    execFileSync(program, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Without both programs, or a font with Chinese characters, the tests show as skipped. */
const able =
  has('soffice', '--version') &&
  has('pdftotext', '-v') &&
  execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';

/** Story, paper, pages at most. */
const PAPERS = [
  ['onSpot', 'onSpotDecision', 2],
  ['heard', 'evidenceDecision-5', 2],
  ['heard', 'sealExtended-7', 1],
  ['heard', 'sealEnded-18', 2],
  ['heard', 'legalReview-9', 1],
  ['heard', 'discussion-10', 1],
  ['heard', 'defenceRecord-12', 2],
  ['heard', 'hearingSummons-14', 2],
  ['heard', 'hearingMinutes-15', 2],
  ['heard', 'penaltyDecision-p1', 3],
  ['heard', 'penaltyDecision-p2', 3],
  ['heard', 'penaltyDecision', 3],
  ['notFiled', 'notFiled', 1],
  ['notFiled', 'notFiledNotice', 1],
  ['notFiled', 'handOver', 2],
  ['dropped', 'dropApproval', 1],
  ['dropped', 'dropNotice', 1],
  ['spared', 'noPenaltyDecision', 2],
] as const;

const dir = able ? mkdtempSync(join(tmpdir(), 'shouye-paper-')) : '';
let office: Office | undefined;
const titles = new Map<string, string>();

beforeAll(async () => {
  if (!able) return;
  office = await openOffice(6);
  const { app } = office;
  await setPapers(app);
  const ids = {
    ...{ heard: await heard(app), onSpot: await onSpot(app) },
    ...{ notFiled: await notFiled(app), dropped: await dropped(app), spared: await spared(app) },
  };
  for (const id of [ids.heard, ids.onSpot, ids.spared])
    must(await act(app, 'document.fill', { case: id, fills: BOTH_FILLS }));
  const files: string[] = [];
  for (const [of, name] of PAPERS) {
    const made = must(await documentFile(app, CLERK, COUNTY, ids[of], { name, format: 'docx' }));
    files.push(join(dir, `${name}.docx`));
    writeFileSync(files.at(-1) as string, made.bytes as Buffer);
    titles.set(name, made.name.replace(/（草稿）\.docx$/, ''));
    const listed = must(await listDocuments(app, CLERK, COUNTY, ids[of])).documents;
    expect(listed.map((each) => each.name)).toContain(name);
  }
  const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', dir, ...files], {
    stdio: 'ignore',
  });
}, 120_000);

afterAll(async () => {
  await office?.close();
  if (able) rmSync(dir, { recursive: true, force: true });
});

/** The lines of each page, without what stands at head and foot of every page. */
function pagesOf(name: string): string[][] {
  const text = execFileSync('pdftotext', ['-layout', join(dir, `${name}.pdf`), '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.replaceAll(/[\s\u00a0]/g, ''))
        .filter((line) => line !== '' && line !== '草稿未签发' && !/^第\d+页共\d+页$/.test(line))
        .filter((line) => !/^当事人（代理人）：.*记录员：/.test(line)),
    );
}

describe('as LibreOffice lays it out', () => {
  it.skipIf(!able).each(PAPERS)('%s %s', (_, name, most) => {
    const pages = pagesOf(name);
    expect(pages.length).toBeLessThanOrEqual(most);
    expect(pages[0]?.slice(0, 2)).toEqual(['示范县自然资源局', titles.get(name)]);
    for (const page of pages) {
      expect(page.length).toBeGreaterThan(4);
      // Neither a seal nor signatures alone: something is said above them.
      expect(page[0]).not.toMatch(/^（印章）|（签名|（签收|年月日$/);
    }
  });
});
