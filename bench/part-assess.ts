// How many cases a second does the law judge on one core, and what do alarms cost as judged cases pile up?
import { assessJson } from '../src/domain/law/assess.ts';
import { tell } from './measure.ts';

const SMALL = {
  day: '2024-05-01',
  acts: ['出售'],
  animals: [{ species: '画眉', count: 3, form: '活体', origin: '野外' }],
};

/** Eight species, four acts, tools, notices, circumstances and an act before: more than most cases state. */
const RICH = {
  day: '2024-05-01',
  acts: ['猎捕', '收购', '运输', '出售'],
  animals: [
    { species: '画眉', count: 3, form: '活体', origin: '野外' },
    { species: '麻雀', count: 30, form: '死体', origin: '野外' },
    { species: '中华穿山甲', count: 1, form: '制品' },
    { species: '野猪', count: 2, actualPriceYuan: 1_800 },
    { species: '黑斑侧褶蛙', count: 120, form: '活体' },
    { species: '王锦蛇', count: '30余', form: '活体' },
    { species: '豹猫', count: 1, form: '死体' },
    { species: '环颈雉', count: 6, form: '死体' },
  ],
  methods: ['电猫', '弹弓'],
  banArea: { notice: '示政告〔2024〕1号' },
  banPeriod: { notice: '示政告〔2024〕1号', from: '2024-01-01', until: '2024-12-31' },
  place: '示范县某饭店',
  permit: '无',
  proceedsYuan: 3_200,
  circumstances: ['以食用为目的', '通过互联网', '主动供述行政机关尚未掌握的违法行为'],
  priorActs: [{ day: '2023-06-01', acts: ['出售'], valueYuan: 5_000, handled: false }],
};

/** By time on the processor, so that a busy machine does not count against the law. */
function perSecond(facts: unknown, seconds: number): number {
  for (let i = 0; i < 200; i++) if (!assessJson(facts).ok) throw new Error('the facts were refused');
  const start = process.cpuUsage();
  let done = 0;
  for (;;) {
    for (let i = 0; i < 50; i++) assessJson(facts);
    done += 50;
    const { user, system } = process.cpuUsage(start);
    if (user + system > seconds * 1e6) return (done * 1e6) / (user + system);
  }
}

export function measureAssess(seconds: number): void {
  tell('assessments of one animal, one core', `${Math.round(perSecond(SMALL, seconds))}/s`);
  tell('assessments of eight animals with all facts, one core', `${Math.round(perSecond(RICH, seconds))}/s`);
}
