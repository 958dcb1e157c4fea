// What has become of the demo county's clues of the last weeks? Each goes as far along its story as the days allow.
import { addDays } from '../domain/kernel/day.ts';
import type { Values } from '../domain/kernel/record.ts';
import type { Base } from './county-base.ts';
import type { Campaign } from './county-campaign.ts';
import type { Ledger } from './ledger.ts';

/** Who takes which step so many days after receipt, and what it says. */
interface Beat {
  readonly after: number;
  readonly login: 'clerk' | 'officer' | 'leader' | 'reviewer';
  readonly name: string;
  readonly values: Values;
}

interface Story {
  readonly content: string;
  readonly violation: string;
  readonly source: string;
  readonly channel?: string;
  readonly beats: readonly Beat[];
}

interface Cast {
  readonly station: string;
  readonly officer: string;
  readonly market: string;
  readonly inspector: string;
  readonly cases: readonly string[];
  readonly inspections: readonly string[];
}

const CLERK = 'clerk';
const OFFICER = 'officer';

const triage = (violation: string, urgency: string, look: string): Beat => ({
  after: 0,
  login: CLERK,
  name: 'triage',
  values: { violation, urgency, plausibility: urgency === 'normal' ? 'fair' : 'high', look },
});
const assign = (agency: string, officer: string, after = 1): Beat => ({
  after,
  login: CLERK,
  name: 'assign',
  values: { agency, officer },
});
const accept = (after: number): Beat => ({ after, login: OFFICER, name: 'accept', values: {} });
const check = (after: number, found: string, checked: string, more: Values = {}): Beat => ({
  after,
  login: OFFICER,
  name: 'check',
  values: { found, checked, ...more },
});
const end = (after: number, result: string, values: Values, feedback = 'owed'): Beat => ({
  after,
  login: CLERK,
  name: 'end',
  values: { result, feedback, ...values },
});
const feedback = (after: number, text: string, channel = 'receipt'): Beat => ({
  after,
  login: CLERK,
  name: 'feedback',
  values: { text, channel },
});

/** Eight kinds of story; `n` tells the tellings of one apart. */
function storyOf(n: number, cast: Cast): Story {
  const { station, officer, market, inspector } = cast;
  const towns = ['清河', '白鹭湖', '杨柳渡', '沙河', '城关', '南滩'];
  const town = towns[n % towns.length];
  switch (n % 8) {
    case 0:
      return {
        content: `${town}芦苇荡东侧有人天不亮就拉网捕鸟，网有三四十米长`,
        violation: 'T1',
        source: 'tip',
        beats: [
          triage('T1', 'now', '举报人附有照片，网具清楚，应即刻出警'),
          assign(station, officer, 0),
          accept(0),
          check(0, 'confirmed', '当场查获粘网三张，放飞斑鸠两只，询问当事人一名', {
            where: `${town}芦苇荡东侧`,
          }),
          {
            after: 1,
            login: OFFICER,
            name: 'link',
            values: { direction: 'caused', case: cast.cases[n % cast.cases.length] ?? null },
          },
          end(3, 'case', { case: cast.cases[n % cast.cases.length] ?? null }),
          feedback(9, '已当场查获并立案，感谢您的举报'),
        ],
      };
    case 1:
      return {
        content: `${town}路一家饭店菜单上写有“野鸡煲”“野兔火锅”`,
        violation: 'T8',
        source: 'tip',
        beats: [
          triage('T8', 'normal', '先核对菜单与进货台账'),
          assign(market, inspector),
          accept(2),
          check(3, 'unchecked', '到店时停业装修，电话无人接听', { obstacle: 'closed' }),
          check(9, 'confirmed', '复查发现菜单仍有“野鸡煲”，实为养殖七彩山鸡，已核对进货凭证'),
          end(11, 'handled', { handling: ['order', 'warning'], handled: '责令更换菜单并批评教育，复查已改' }),
          feedback(19, '该店已更换菜单，所售为合法养殖山鸡', 'phone'),
        ],
      };
    case 2:
      return {
        content: '短视频平台有账号展示活体画眉并留联系方式',
        violation: 'T2',
        source: 'online',
        channel: '抖音',
        beats: [
          triage('T2', 'urgent', '画面可见本县地标，疑在本县'),
          assign(station, officer, 0),
          accept(1),
          check(4, 'unchecked', '账号已注销，平台协查函已发出', { obstacle: 'gone' }),
          check(20, 'notFound', '平台复函：登录地在外省，本县无落地信息'),
          end(
            22,
            'transferred',
            { receiver: '外省某县森林公安局', receiptNo: '经收人 马某', receiptDay: null },
            'none',
          ),
        ],
      };
    case 3:
      return {
        content: `${town}早市有人蹲摊卖斑鸠，一般六点前收摊`,
        violation: 'T4',
        source: 'tip',
        // One of the later ones was forgotten.
        beats: [
          triage('T4', 'urgent', '须在六点前到场'),
          assign(station, officer),
          ...(n > 16 && n < 24
            ? []
            : [
                accept(2),
                check(6, 'confirmed', '凌晨五点半到场，查获摊主一名、斑鸠四只（死体）'),
                end(9, 'case', { case: cast.cases[n % cast.cases.length] ?? null }),
                feedback(11, '已查获并立案处理', 'phone'),
              ]),
        ],
      };
    case 4:
      return {
        content: `12345 转来：${town}村民反映有人夜间用强光手电打野兔`,
        violation: 'T7',
        source: 'transfer',
        channel: '12345',
        beats: [
          triage('T7', 'normal', '与上月一条相近，先核对'),
          assign(station, officer, 2),
          accept(3),
          check(8, 'notFound', '连续两晚蹲守，走访村民六户，未见有人打猎，无枪声、无血迹'),
          {
            after: 10,
            login: 'leader',
            name: 'extend',
            values: { due: null, reason: '监控调取尚需数日，同意延长' },
          },
          end(18, 'insufficient', {
            checked: '两晚蹲守、走访六户、查看村口监控七日',
            whyNoFurther: '无影像和实物，反映人未见到人，暂无其他线索；已列入夜巡重点',
          }),
          feedback(20, '已两次夜间蹲守未发现，列入夜巡重点，如再见到请随时来电', 'phone'),
          {
            after: 24,
            login: 'reviewer',
            name: 'reopen',
            values: { due: null, reason: '转办单位补来行车记录仪影像，原结论须复核' },
          },
        ],
      };
    case 5:
      return {
        content: `花鸟市场${(n % 5) + 1}号摊位疑似出售鹩哥`,
        violation: 'T4',
        source: 'inspection',
        beats: [
          triage('T4', 'normal', '检查时发现，须核对人工繁育许可'),
          assign(market, inspector, 1),
          accept(1),
          {
            after: 1,
            login: OFFICER,
            name: 'link',
            values: { direction: 'found', inspection: cast.inspections[n % cast.inspections.length] ?? null },
          },
          check(2, 'notFound', '所售为八哥，持有人工繁育许可证，标识齐全'),
          end(3, 'false', { shown: '许可证与专用标识在有效期内，编号与系统一致' }, 'none'),
        ],
      };
    case 6:
      return {
        content: `快递包裹里疑似有活龟，寄往${town}`,
        violation: 'T3',
        source: 'police',
        beats: [
          assign(station, officer, 2),
          accept(4),
          check(7, 'unchecked', '包裹已中转离县，联系下一站网点协查', { obstacle: 'gone' }),
          check(12, 'notFound', '下一站开箱查看，为养殖巴西龟，有检疫证明'),
          end(13, 'false', { shown: '开箱为巴西龟，检疫证明与运单一致' }, 'none'),
        ],
      };
    default:
      return {
        content: `湿地公园${town}段有网套，已见野鸭被缠`,
        violation: 'T1',
        source: 'patrol',
        beats: [
          triage('T1', 'now', '护林员现场看护，等待执法人员'),
          assign(station, officer, 0),
          accept(0),
          check(1, 'confirmed', '清除网套十一副，救下绿头鸭一只并就地放归'),
          end(6, 'handled', { handling: ['removed'], handled: '清除网套十一副，沿线增设警示牌两块' }, 'none'),
        ],
      };
  }
}

const COUNT = 30;
const DAYS = 42;

/** The clues of the last six weeks with the steps taken so far; `period.today` is the last day there is. */
export function addClueWork(
  ledger: Ledger,
  base: Base,
  period: { readonly today: string; readonly campaign: Campaign },
): void {
  const { today, campaign } = period;
  const of = (kind: string) => ledger.records.filter((record) => record.kind === kind).map(({ id }) => id);
  const cast: Cast = {
    station: base.agency['示范县森林派出所'] as string,
    officer: base.people['示范县森林派出所']?.[0] as string,
    market: base.agency['示范县市场监督管理局'] as string,
    inspector: base.people['示范县市场监督管理局']?.[0] as string,
    cases: of('case').slice(-6),
    inspections: of('inspection').slice(-20),
  };
  for (let n = 0; n < COUNT; n++) {
    const day = addDays(today, Math.round((n / (COUNT - 1)) * DAYS) - DAYS);
    const { beats, ...told } = storyOf(n, cast);
    const { area, place } = ledger.dice.pick(base.venues);
    const inside = day >= campaign.from && day <= campaign.until ? { campaign: campaign.id } : {};
    const id = ledger.add('clue', day, { day, ...told, area, place, ...inside });
    play(ledger, id, { day, today, beats });
  }
  addTwins(ledger, cast, today, base);
}

/** Days from receipt to the last day that a step states. */
const TERMS: Readonly<Record<string, number>> = { assign: 15, extend: 25, reopen: 45 };

/** A story stops at the first beat that lies ahead. */
function play(ledger: Ledger, id: string, at: { day: string; today: string; beats: readonly Beat[] }): void {
  for (const { after, login, name, values } of at.beats) {
    const on = addDays(at.day, after);
    if (on > at.today) return;
    const stated: Values = { on, ...values };
    const days = TERMS[name];
    if (days !== undefined) stated.due = addDays(at.day, days);
    if (stated.receiver !== undefined) stated.receiptDay = on;
    ledger.step({ kind: 'clue', id, login, name, values: stated });
  }
}

/** Two people told of one stall: the second clue is merged into the first, a third still waits to be seen as the same. */
function addTwins(ledger: Ledger, cast: Cast, today: string, base: Base): void {
  const venue = base.venues.find(({ type }) => type === 'V12') ?? base.venues[0];
  if (!venue) return;
  const where = { venue: venue.id, area: venue.area, place: venue.place };
  const tell = (ago: number, content: string) =>
    ledger.add('clue', addDays(today, -ago), {
      day: addDays(today, -ago),
      source: 'tip',
      content,
      violation: 'T4',
      ...where,
    });
  const first = tell(6, '花鸟市场北门有人用布蒙着笼子卖画眉，每只三百');
  const second = tell(5, '花鸟市场北门口蒙布的笼子里是画眉，有人在卖');
  tell(1, '有人在花鸟市场北门卖画眉，笼子用布蒙着');
  const on = (ago: number) => addDays(today, -ago);
  const step = (id: string, login: Beat['login'], name: string, values: Values) =>
    ledger.step({ kind: 'clue', id, login, name, values });
  step(first, CLERK, 'assign', {
    on: on(5),
    agency: cast.station,
    officer: cast.officer,
    due: addDays(today, 2),
  });
  step(second, CLERK, 'merge', { on: on(5), into: first, reason: '同一地点、同样蒙布的笼子，应为同一摊主' });
  step(first, OFFICER, 'accept', { on: on(4) });
  step(first, CLERK, 'tell', { on: on(3), text: '已派员核查，请保持关注', channel: 'receipt' });
}
