// How do posts come in and get screened from the command line?

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { uuidv7 } from '../domain/kernel/id.ts';
import { say } from '../domain/kernel/label.ts';
import type { PostProblem } from '../domain/opinion/draft.ts';
import type { Lexicon } from '../domain/opinion/lexicon.ts';
import { type Call, type Command, EXIT, RefusedError } from './command.ts';
import { chooseActor, chooseCounty, fromHere, orRefused, withLedger } from './open.ts';

const FILE_LABEL = [
  '.csv .xlsx、RSS/Atom .xml、.json .jsonl、.txt',
  '.csv .xlsx, RSS/Atom .xml, .json .jsonl, .txt',
] as const;

export const opinionCommands: readonly Command[] = [
  {
    name: 'opinion import',
    label: ['导入网络舆情信息，筛查并归组', 'Import posts, screen and group them'],
    argument: { name: 'FILE', required: true, label: FILE_LABEL },
    options: [],
    notes: [
      [
        '同一文件再次导入不会重复；有问题的行逐行列出，其余照收。文件本身作为原件存下并记 SHA-256。',
        'The same file again adds nothing; what is wrong is listed by line and the rest is kept. The file itself is kept as the original under its SHA-256.',
      ],
    ],
    examples: ['shouye opinion import 监测.xlsx --county 990101', 'shouye opinion import feed.xml --json'],
    run: importPosts,
  },
  {
    name: 'opinion screen',
    label: ['按词库给文本打分，不保存', 'Score texts by the screening words without keeping them'],
    argument: { name: 'FILE', required: true, label: FILE_LABEL },
    options: [
      {
        name: 'own',
        label: [
          '用账本中该县的词库（默认用系统词库，不需要账本）',
          'Use the words of the county in the ledger (default: ours, no ledger needed)',
        ],
      },
    ],
    examples: [
      'shouye opinion screen 帖子.txt',
      'shouye opinion screen 帖子.jsonl --json',
      'shouye opinion screen 帖子.txt --own --county 990101',
    ],
    run: screenPosts,
  },
];

const SHOWN = 50;

function showProblems(call: Call, problems: readonly PostProblem[]): void {
  const { speaker } = call;
  for (const { where, message, lost } of problems.slice(0, SHOWN))
    speaker.line(`${lost ? '✗' : '·'} ${where}  ${say(message, speaker.language)}`);
}

async function importPosts(call: Call): Promise<number> {
  const file = fromHere(call.argument);
  const bytes = await readFile(file);
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const actor = await chooseActor(app, call, county, 'opinion.write');
    const { keepOriginal } = await import('../server/opinion/index.ts');
    const { runOpinionImport } = await import('../server/opinion-import/index.ts');
    const { runAction } = await import('../server/action/index.ts');
    const acting = { app, actor, county };
    const kept = orRefused(await keepOriginal(acting, path.basename(file), bytes));
    const newId = () => uuidv7(app.now(), randomBytes(10));
    const id = newId();
    const at = new Date(app.now()).toISOString();
    const body = { id, file: kept.sha256, name: kept.name };
    orRefused(await runAction(app, actor, county, { id: newId(), kind: 'opinion.import', at, body }));
    const job = await runOpinionImport(acting, id, ({ done }) =>
      call.speaker.progress(['正在收录', 'Keeping'], done),
    );
    if (call.json) call.speaker.json({ ...job, county });
    else if (job.status === 'refused') throw new RefusedError(job.refusals);
    else {
      showProblems(call, job.problems);
      call.speaker.line([
        `读 ${job.done} 条：收录 ${job.added}，以前收录过 ${job.same}，问题 ${job.problems.length}`,
        `${job.done} read: ${job.added} kept, ${job.same} known, ${job.problems.length} problems`,
      ]);
    }
    return job.status === 'done' ? EXIT.ok : EXIT.refused;
  });
}

async function screenPosts(call: Call): Promise<number> {
  const bytes = await readFile(fromHere(call.argument));
  if (!call.flag('own')) {
    const { compileLexicon } = await import('../domain/opinion/lexicon.ts');
    return screenBy(call, bytes, compileLexicon());
  }
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const { lexiconOf } = await import('../server/opinion/index.ts');
    return screenBy(call, bytes, await lexiconOf(app.db, county));
  });
}

async function screenBy(call: Call, bytes: Buffer, lexicon: Lexicon): Promise<number> {
  const { readPosts } = await import('../server/opinion-import/index.ts');
  const { screen } = await import('../domain/opinion/screen.ts');
  const { wholeText } = await import('../domain/opinion/post.ts');
  const posts = [];
  const problems: PostProblem[] = [];
  for await (const item of orRefused(await readPosts(bytes))) {
    if ('problem' in item) problems.push(item.problem);
    else {
      const text = wholeText(item.post.draft);
      posts.push({ place: item.post.place, text, ...screen(text, lexicon) });
    }
  }
  if (call.json)
    call.speaker.json({ threshold: lexicon.threshold, revision: lexicon.revision, posts, problems });
  else {
    showProblems(call, problems);
    call.speaker.table(
      [
        ['分值', 'Score'],
        ['命中词', 'Words'],
        ['原文', 'Text'],
      ],
      posts.map(({ score, hits, text }) => [
        score,
        [...new Set(hits.filter((hit) => hit.idle === undefined).map((hit) => hit.word))].join('、'),
        text.replace(/\s+/g, ' ').slice(0, 40),
      ]),
    );
    const suspect = posts.filter((post) => post.suspect).length;
    call.speaker.line([
      `${posts.length} 条，达到 ${lexicon.threshold} 分的 ${suspect} 条`,
      `${posts.length} posts, ${suspect} of ${lexicon.threshold} points or more`,
    ]);
  }
  return EXIT.ok;
}
