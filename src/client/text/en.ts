// Which English strings does the desk show?
import { enBase } from './en-base.ts';
import { enCase } from './en-case.ts';
import { enCustody } from './en-custody.ts';
import { enDocument } from './en-document.ts';
import { enFigure } from './en-figure.ts';
import { enLaw } from './en-law.ts';
import { enLedger } from './en-ledger.ts';
import { enOpinion } from './en-opinion.ts';
import { enProcedure } from './en-procedure.ts';
import { enReport } from './en-report.ts';
import { enReward } from './en-reward.ts';
import { enShell } from './en-shell.ts';
import { enTip } from './en-tip.ts';
import type { TextKey } from './zh.ts';

export const en: Record<TextKey, string> = {
  ...enShell,
  ...enLedger,
  ...enFigure,
  ...enReport,
  ...enProcedure,
  ...enCase,
  ...enDocument,
  ...enOpinion,
  ...enBase,
  ...enCustody,
  ...enLaw,
  ...enTip,
  ...enReward,
};
