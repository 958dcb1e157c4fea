// Which Chinese strings does the desk show? The keys here are the keys there are.
import { zhBase } from './zh-base.ts';
import { zhCase } from './zh-case.ts';
import { zhCustody } from './zh-custody.ts';
import { zhDocument } from './zh-document.ts';
import { zhFigure } from './zh-figure.ts';
import { zhLaw } from './zh-law.ts';
import { zhLedger } from './zh-ledger.ts';
import { zhOpinion } from './zh-opinion.ts';
import { zhProcedure } from './zh-procedure.ts';
import { zhReport } from './zh-report.ts';
import { zhReward } from './zh-reward.ts';
import { zhShell } from './zh-shell.ts';
import { zhTip } from './zh-tip.ts';

export const zh = {
  ...zhShell,
  ...zhLedger,
  ...zhFigure,
  ...zhReport,
  ...zhProcedure,
  ...zhCase,
  ...zhDocument,
  ...zhOpinion,
  ...zhBase,
  ...zhCustody,
  ...zhLaw,
  ...zhTip,
  ...zhReward,
};
export type TextKey = keyof typeof zh;
