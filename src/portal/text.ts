// What does the portal say, in both languages?
import type { Label, Language } from '../domain/kernel/label.ts';

const STORED = 'shouye.language';
let language: Language = 'zh';
try {
  language = localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
} catch {
  // Storage is closed to us (private window): Chinese it is.
}

export const TEXT = {
  title: ['举报破坏野生动物资源', 'Report harm to wildlife'],
  language: ['English', '中文'],
  check: ['查询我的举报', 'Check my report'],
  report: ['我要举报', 'Make a report'],
  county: ['所在县（市、区）', 'County'],
  fictional: ['演示县，请勿提交真实举报', 'A demonstration: please send no real report'],
  saved: ['草稿已存在本机', 'Draft kept on this phone'],
  fresh: ['不用注册，默认匿名', 'No account; anonymous unless you choose otherwise'],
  offline: [
    '没有网络。填写的内容都在本机，连上网后接着发送。',
    'No connection. What you wrote is kept here and goes on when you are back online.',
  ],
  what: ['发生了什么', 'What is happening'],
  where: ['在哪里', 'Where'],
  here: ['用我现在的位置', 'Use my location'],
  placed: ['已定位，点此去掉', 'Located; tap to remove'],
  locating: ['正在定位……', 'Locating …'],
  located: ['已定位，误差约 {n} 米', 'Located, within about {n} m'],
  noPlace: ['取不到位置，请写地址或选乡镇', 'No location available; please write the address'],
  point: ['在地图上指', 'Point on a map'],
  pointed: ['{w}（在地图上指的，约±{n}米）', '{w} (pointed at on a map, ±{n} m)'],
  change: ['改', 'Change'],
  drop: ['删', 'Remove'],
  noMap: ['地图没有取到，请检查网络再试，或写地址', 'The map did not load; try again, or write the address'],
  town: ['乡镇、街道', 'Township'],
  address: ['地址、店名、网址或附近标志物', 'Address, shop, web address or landmark'],
  unknownPlace: ['我不知道', "I don't know"],
  when: ['什么时候', 'When'],
  whenAt: ['日期和时间', 'Date and time'],
  tell: ['说说经过', 'What did you see'],
  tellHint: [
    '看到什么人、什么车、什么动物、多少只、用什么工具；车牌、店名、账号都有用',
    'Who, which vehicle, which animals and how many, what tools; number plates, shop names and accounts all help',
  ],
  files: ['照片、视频、录音', 'Photos, videos, sound'],
  filesHint: [
    '最多 {n} 个。办案人员看到的是去掉拍摄信息的副本，原件加密保存。',
    'Up to {n}. Officers see copies without camera data; originals are kept encrypted.',
  ],
  camera: ['拍照', 'Camera'],
  photo: ['照片', 'Photo'],
  video: ['视频', 'Video'],
  record: ['录音', 'Sound'],
  noMicrophone: [
    '不能使用麦克风，可以选择已录好的文件',
    'The microphone cannot be used; you can choose a recording',
  ],
  recording: ['停止录音 {t}', 'Stop {t}'],
  remove: ['移除', 'Remove'],
  arrived: ['已传完', 'Sent'],
  sending: ['{n}%', '{n}%'],
  waitingLine: ['等待网络，自动续传', 'Waiting for the line; it will go on'],
  preparing: ['正在准备', 'Preparing'],
  fileRefused: [
    '有文件不能上传，请移除或换一个再提交',
    'A file cannot be taken; remove or replace it, then send again',
  ],
  tooMany: ['最多 {n} 个文件，其余没有加入', 'At most {n} files; the rest were left out'],
  heic: [
    'HEIC 格式：办案人员不能直接看，最好换成 JPEG',
    'HEIC: officers cannot look at it directly; JPEG is better',
  ],
  who: ['您的身份', 'You'],
  anonymous: ['匿名', 'Anonymous'],
  named: ['实名', 'With my name'],
  anonymousHint: [
    '我们不记录您的号码、地址和设备。凭回执号查询进展、与办案人员联系、领取奖励。',
    'We record no number, address or device. The receipt lets you follow the case, talk with the officer and collect a reward.',
  ],
  namedHint: [
    '姓名和电话在您的手机上就加密，须两名保管人共同批准才能打开，每次打开都有记录并会告诉您。领奖不需要打开。',
    'Name and telephone are encrypted on your phone; two keepers must agree to open them, every opening is recorded and you are told. A reward needs no opening.',
  ],
  noKey: [
    '本县尚未设置密钥，暂时只接受匿名举报。',
    'This county has no key yet, so only anonymous reports are taken.',
  ],
  name: ['姓名', 'Name'],
  phone: ['联系电话', 'Telephone'],
  note: ['方便联系的时间等（可不填）', 'When to call, etc. (optional)'],
  send: ['提交举报', 'Send'],
  sendEarly: ['先提交文字，文件随后接着传', 'Send the words now, files follow'],
  sendingTip: ['正在提交……', 'Sending …'],
  uploading: ['正在上传文件 {n}%……', 'Uploading files {n}% …'],
  working: ['正在做安全校验……', 'Security check …'],
  retrying: ['网络不通，{n} 秒后自动重试；可以放下手机', 'No connection; trying again in {n} s'],
  needText: ['请写几句经过，或附上照片、视频、录音', 'Write a few words, or add a photo, video or sound'],
  needAt: ['请选择日期和时间', 'Choose date and time'],
  needName: ['请填写姓名', 'Write your name'],
  needPhone: ['请填写联系电话', 'Write your telephone number'],
  clear: ['清除草稿', 'Discard the draft'],
  clearSure: ['确定清除已填写的内容和文件？', 'Discard everything written and all files?'],
  urgent: ['情况紧急？', 'Urgent?'],
  urgentText: ['拨打 110', 'call 110'],
  callCounty: ['本县举报电话 {p}', 'County hotline {p}'],
  law: [
    '请如实举报。举报受法律保护，任何人不得泄露举报人信息。',
    'Please report truthfully. Informants are protected by law; nobody may disclose who they are.',
  ],
  done: ['已收到您的举报', 'We have your report'],
  doneHint: [
    '请记下回执号。它是查询进展、补充材料和领取奖励的唯一凭据；我们没有留存，丢失无法找回。',
    'Keep this receipt. It is the only way to follow your report, add to it and collect a reward; we keep no copy and cannot recover it.',
  ],
  receipt: ['回执号', 'Receipt'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  save: ['存为图片', 'Save as picture'],
  print: ['打印', 'Print'],
  kept: ['我已记好', 'I have kept it'],
  keptSure: [
    '离开后本机不再保存回执号，确定已经记好？',
    'The receipt will no longer be kept here. Have you kept it?',
  ],
  filesFollow: [
    '还有 {n} 个文件在传，请不要关闭本页；断网也会接着传。',
    '{n} files are still on their way: leave this page open; it goes on after a lost line.',
  ],
  filesAdded: ['文件已全部送达', 'All files have arrived'],
  filesLost: [
    '还有文件没有传完，离开后不再上传，确定离开？',
    'Files have not arrived yet and will not be sent. Leave?',
  ],
  number: ['编号', 'No.'],
  scan: ['扫码查询进展', 'Scan to follow'],
  enter: ['输入 16 位回执号', 'Enter the 16 digits'],
  look: ['查询', 'Look'],
  shortReceipt: ['回执号是 16 位数字，现在有 {n} 位', 'A receipt has 16 digits; these are {n}'],
  wrongReceipt: ['有一位数字不对，请核对有没有抄错', 'One digit is wrong; please check them'],
  looking: ['正在查询……', 'Looking …'],
  progress: ['办理进展', 'Progress'],
  outcome: ['办理结果', 'Outcome'],
  talk: ['与办案人员联系', 'Talk with the officer'],
  talkNone: [
    '还没有消息。办案人员的提问和答复会显示在这里。',
    'Nothing yet. Questions and answers of the officer appear here.',
  ],
  office: ['办案人员', 'Officer'],
  me: ['我', 'Me'],
  write: ['补充情况或回复', 'Add something or answer'],
  sendMessage: ['发送', 'Send'],
  reward: ['奖励', 'Reward'],
  rewardCode: ['领取码', 'Pick-up code'],
  rewardCodeHint: [
    '到指定地点出示领取码即可，不需要身份证件。',
    'Show this code at the place named; no identity paper is needed.',
  ],
  rewardPlace: ['领取地点：{p}', 'Where: {p}'],
  leave: ['退出查询', 'Leave'],
  leaveHint: [
    '本页不保存任何内容；用完请退出，公共手机请清除浏览记录。',
    'This page keeps nothing; leave when done.',
  ],
  yuan: ['{n} 元', '{n} yuan'],
  fileCount: ['已提交 {n} 个文件', '{n} files sent'],
  unreachable: [
    '连接不上，请检查网络后再试；填写的内容没有丢失',
    'No connection; please try again. Nothing you wrote is lost',
  ],
} as const satisfies Record<string, Label>;

export function currentLanguage(): Language {
  return language;
}

export function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh';
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Not kept, then.
  }
}

export function say(label: Label): string {
  return label[language === 'zh' ? 0 : 1];
}

export function t(key: keyof typeof TEXT, values: Record<string, string | number> = {}): string {
  return say(TEXT[key]).replace(/\{(\w)\}/g, (_, name: string) => String(values[name] ?? ''));
}
