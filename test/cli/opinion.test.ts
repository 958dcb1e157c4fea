// Does the command line screen texts without a ledger, as a person and as a program read it?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'shouye-opinion-'));
const file = join(folder, '帖子.txt');
beforeAll(() => writeFileSync(file, '出画*眉 两只 私聊\n今天去公园看天鹅\n'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('shouye opinion screen', () => {
  it('gives score, words and reasons as JSON', async () => {
    const { code, out } = await runCli(['opinion', 'screen', file, '--json']);
    expect(code).toBe(0);
    const { posts, threshold, problems } = JSON.parse(out);
    expect(problems).toEqual([]);
    expect(posts[0].score).toBeGreaterThanOrEqual(threshold);
    expect(posts[0].hits).toContainEqual(expect.objectContaining({ word: '画眉', evaded: 'sign' }));
    expect(posts[0].parts.reduce((sum: number, part: { points: number }) => sum + part.points, 0)).toBe(
      posts[0].score,
    );
    expect(posts[1]).toMatchObject({ score: 0, suspect: false });
  });
  it('says so when a file cannot be read', async () => {
    writeFileSync(join(folder, 'x.xml'), '<!DOCTYPE x [<!ENTITY a "b">]><rss/>');
    const { code, err } = await runCli(['opinion', 'screen', join(folder, 'x.xml'), '--lang', 'en']);
    expect(code).toBe(1);
    expect(err).toContain('document type');
  });
});
