// How do the papers on hearing a party read: the notice of a hearing, its minutes, the defence taken down?

import type { StepTaken } from '../kernel/procedure.ts';
import { latestNotice } from '../law/deadline.ts';
import type { Paper, PaperBlock, Run } from '../report/paper.ts';
import { inCase, matter } from './document-evidence.ts';
import { type CaseFile, lastStep, stepLabels, stepsOf, textAt, zhDay } from './document-file.ts';
import { timeRun } from './document-filing.ts';
import {
  contactLines,
  field,
  flush,
  fromStep,
  given,
  head,
  lawCited,
  line,
  longParas,
  officerRuns,
  para,
  say,
  sealed,
  stated,
  typed,
} from './document-part.ts';
import { partiesOf, partyFact, partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** 第六十四条第二项 after the law was named in full. */
const again = (id: Parameters<typeof lawCited>[0]) =>
  lawCited(id).replace('《中华人民共和国行政处罚法》', '');

interface Hearing {
  readonly when: Run;
  readonly where: Run;
  readonly host: Run;
  /** None stated is no gap: a line for the pen in the minutes. */
  readonly recorder: string | null;
}

/** 9时30分 of '09:30'. */
function hourText(time: string | null): string {
  const [hour, minute] = (time ?? '').split(':').map(Number);
  return hour === undefined || minute === undefined ? '' : `${hour}时${minute}分`;
}

/** When, where and before whom, as the notice `set` states them. */
function hearingOf(file: CaseFile, set: StepTaken | undefined): Hearing {
  const seq = set ? `.${set.seq}` : '';
  const ask = (name: string, hint: readonly [string, string], text: string | null) =>
    given(
      file,
      {
        fact: `scheduleHearing${seq}.${name}`,
        hint,
        from: fromStep('scheduleHearing'),
        hand: true,
        must: true,
      },
      text,
    );
  const day = zhDay(textAt(set?.values, 'hearingOn'));
  const hour = hourText(textAt(set?.values, 'hearingTime'));
  const person = (name: string) => file.names[String(set?.values[name] ?? '')] ?? null;
  return {
    when: ask(
      'when',
      ['听证时间（年月日时分）', 'Day and hour of the hearing'],
      day && hour ? day + hour : null,
    ),
    where: ask('where', ['听证地点', 'Place of the hearing'], textAt(set?.values, 'where')),
    host: ask('host', ['听证主持人', 'Who presides'], person('presider')),
    recorder: person('recorder'),
  };
}

/** Whether seven whole working days lie between notice and hearing, the stricter count; null where the calendar does not say. */
export function noticeInTime(file: CaseFile, step: StepTaken): boolean | null {
  const hearingOn = textAt(step.values, 'hearingOn');
  if (hearingOn === null) return null;
  const { day, certain } = latestNotice(hearingOn, file.calendar);
  return certain ? step.on <= day : null;
}

const RIGHTS: readonly string[] = [
  `1．你（单位）可以亲自参加听证，也可以委托一至二人代理（${lawCited('hearingAgent')}）；委托代理的，应当在听证前提交载明委托事项和权限的授权委托书。`,
  `2．你（单位）认为主持人与本案有直接利害关系的，有权申请回避（${again('hearingHost')}）。`,
  `3．无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利，本机关终止听证（${again('hearingAway')}）。`,
  '4．参加听证时请携带身份证明和有关证据；需要证人到场的，请事先告知本机关。',
  `5．你（单位）不承担组织听证的费用（${again('hearing')}第二款）。`,
];

export function hearingSummons(file: CaseFile, step: StepTaken | undefined): Body {
  const { when, where, host, recorder } = hearingOf(file, step);
  return {
    title: '行政处罚听证通知书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `根据你（单位）就${inCase(file)}提出的听证要求，依照${lawCited('hearing')}、${again('hearingNotice')}的规定，本机关定于`,
        when,
        '在',
        where,
        `举行听证。听证由`,
        host,
        `主持${recorder ? `，由${recorder}记录` : ''}。除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行（${again('hearingPublic')}）。`,
      ),
      para('请你（单位）准时参加，并注意下列事项：'),
      ...RIGHTS.map((text) => para(text)),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'note', text: '本通知书一式二份，在举行听证的七个工作日前送达当事人一份，一份附卷。' },
      { b: 'sign', places: [{ label: '当事人（签收）', dated: true }] },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

/** Lines as they were taken down; a bare summary stands as one account. */
function minuteParas(file: CaseFile, step: StepTaken | undefined): readonly PaperBlock[] {
  return longParas(
    stated(file, step, {
      step: 'holdHearing',
      field: 'minutes',
      hint: ['听证情况：事实证据和建议、申辩质证、最后陈述', 'Minutes of the hearing'],
      must: true,
      personal: true,
    }),
  );
}

function openText(step: StepTaken | undefined): Run {
  const open = step?.values.open;
  return open === 'yes' || open === 'no' ? say(open === 'yes' ? '公开' : '不公开') : line(4);
}

function closing(step: StepTaken | undefined): readonly PaperBlock[] {
  const refused = step?.values.signed === 'refused';
  return [
    para('（以下空白）'),
    flush(
      `以上笔录交当事人或者其代理人核对无误后签字或者盖章（${lawCited('hearingMinutes')}）。`,
      refused ? '当事人或者其代理人拒绝签字，听证主持人注明如下：' : '',
      ...(refused ? [line(10)] : []),
    ),
    {
      b: 'sign',
      places: [
        { label: '当事人（签名或者盖章）', dated: true },
        { label: '委托代理人（签名）', dated: true },
        { label: '案件调查人员（签名）', dated: true },
        { label: '案件调查人员（签名）', dated: true },
        { label: '听证主持人（签名）', dated: true },
        { label: '记录员（签名）', dated: true },
      ],
    },
  ];
}

export function hearingMinutes(file: CaseFile, step: StepTaken | undefined): Body {
  const set = stepsOf(file, 'scheduleHearing')
    .filter(({ seq }) => step === undefined || seq < step.seq)
    .at(-1);
  const { where, host, recorder } = hearingOf(file, set);
  const present = textAt(step?.values, 'present');
  return {
    title: '听证笔录',
    size: 'record',
    blocks: [
      field('案由：', matter(file)),
      field('听证时间：', startRun(file, step, set), '至', line(6)),
      field('听证地点：', where, '　听证方式：', openText(step)),
      field(
        '听证主持人：',
        host,
        '　记录员：',
        recorder ? { t: 'text', text: recorder, fill: true } : line(6),
      ),
      field('当事人：', partyRun(file, true)),
      field('法定代表人或者负责人：', line(5), '　委托代理人：', line(5)),
      field('案件调查人员：', ...officerRuns(file, file.facts.officers, 'proposeFiling')),
      field('其他到场人员：', present ? { t: 'text', text: present, fill: true, personal: true } : line(14)),
      head('告知事项'),
      para(
        `主持人核对听证参加人身份，宣布听证纪律，告知：当事人可以亲自参加听证，也可以委托一至二人代理（${lawCited('hearingAgent')}）；认为主持人与本案有直接利害关系的，有权申请回避（${again('hearingHost')}）；有权进行申辩和质证（${again('hearingCourse')}）。是否申请回避：`,
        line(8),
      ),
      head('听证情况'),
      ...minuteParas(file, step),
      ...closing(step),
    ],
    eachPage: '当事人（代理人）：　　　　　　主持人：　　　　　　记录员：　　　　　　',
    day: step?.on ?? file.today,
  };
}

/** The hour is the minutes' own where the step states one, else that of the notice if it was held on that day. */
function startRun(file: CaseFile, step: StepTaken | undefined, set: StepTaken | undefined): Run {
  const own = timeRun(file, step);
  const hour = hourText(textAt(set?.values, 'hearingTime'));
  const same = step && textAt(set?.values, 'hearingOn') === step.on;
  return own.t === 'text' && same && !own.text.includes('时') ? { ...own, text: own.text + hour } : own;
}

export function defenceRecord(file: CaseFile, step: StepTaken | undefined): Body {
  const notice = lastStep(file, 'notify');
  const at = step ? `defence.${step.seq}` : 'defence';
  const more = { hand: true, must: true } as const;
  const words = (name: string, hint: readonly [string, string]) =>
    longParas(stated(file, step, { step: 'defence', field: name, hint, ...more, personal: true }));
  const adopted = stepLabels(step, 'adopted')[0];
  return {
    title: '陈述申辩笔录',
    size: 'record',
    blocks: [
      field('案由：', matter(file)),
      field('时间：', timeRun(file, step), '　地点：', typed(file, `${at}.where`, ['陈述申辩地点', 'Place'])),
      field(
        '陈述申辩人：',
        partyRun(file, true),
        ...(partiesOf(file).length > 1
          ? []
          : [say('　联系电话：'), partyFact(file, partiesOf(file)[0], 'phone')]),
      ),
      field('听取人：', line(5), '、', line(5), '　记录人：', line(5)),
      head('告知事项'),
      para(
        `本机关${notice ? `已于${zhDay(notice.on)}以${textAt(notice.values, 'docNo') ?? '告知书'}` : '已'}告知你（单位）拟作出的行政处罚内容及事实、理由、依据。依照${lawCited('defend')}的规定，你（单位）有权进行陈述和申辩；本机关不因陈述、申辩而给予更重的处罚。`,
      ),
      head('陈述申辩内容'),
      ...words('content', ['陈述申辩内容', 'What was said']),
      para('（以下空白）'),
      flush('以上笔录我已看过（已向我宣读），与我说的相符。'),
      {
        b: 'sign',
        places: [
          { label: '陈述申辩人（签名）', dated: true },
          { label: '听取人（签名）', dated: true },
          { label: '听取人（签名）', dated: true },
          { label: '记录人（签名）', dated: true },
        ],
      },
      { b: 'title', text: '陈述申辩复核意见', page: true },
      para(`依照${lawCited('defend')}的规定，本机关对当事人提出的事实、理由和证据进行了复核：`),
      ...words('review', ['复核意见', 'Re-examined']),
      para(
        '复核结论：当事人的陈述申辩，',
        stated(
          file,
          step,
          { step: 'defence', field: 'adopted', hint: ['是否采纳', 'Adopted'], must: true },
          adopted,
        ),
        `。（${lawCited('noMore')}：不因当事人陈述、申辩而给予更重的处罚。）`,
      ),
      {
        b: 'sign',
        places: [
          { label: '复核人（签名）', dated: true },
          { label: '复核人（签名）', dated: true },
          { label: '机关负责人（签名）', dated: true },
        ],
      },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
