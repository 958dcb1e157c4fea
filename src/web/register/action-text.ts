// What is a kind of action called?

import type { TextKey } from '../../client/i18n.ts';
import type { ActionKind } from '../../contract/action.ts';

const KEYS: Readonly<Record<ActionKind, TextKey>> = {
  'record.create': 'action.recordCreate',
  'record.correct': 'action.recordCorrect',
  'record.withdraw': 'action.recordWithdraw',
  'record.restore': 'action.recordRestore',
  'reward.propose': 'action.rewardPropose',
  'reward.pay': 'action.rewardPay',
  'reward.fund': 'action.rewardFund',
  'step.take': 'action.stepTake',
  'document.issue': 'action.documentIssue',
  'document.fill': 'action.documentFill',
  'handover.answer': 'action.handoverAnswer',
  'report.create': 'action.reportCreate',
  'report.edit': 'action.reportEdit',
  'report.sign': 'action.reportSign',
  'report.withdraw': 'action.reportWithdraw',
  'account.create': 'action.accountCreate',
  'account.change': 'action.accountChange',
  'account.password': 'action.accountPassword',
  'setting.put': 'action.settingPut',
  'opinion.add': 'action.opinionAdd',
  'opinion.import': 'action.opinionImport',
  'opinion.attach': 'action.opinionAttach',
  'opinion.judge': 'action.opinionJudge',
  'opinion.undo': 'action.opinionUndo',
  'opinion.rescreen': 'action.opinionRescreen',
  'tip.submit': 'action.tipSubmit',
  'tip.enter': 'action.tipEnter',
  'tip.add': 'action.tipAdd',
  'tip.reply': 'action.tipReply',
  'tip.triage': 'action.tipTriage',
  'tip.openOriginal': 'action.tipOpenOriginal',
  'tip.enrolKeeper': 'action.tipEnrolKeeper',
  'tip.makeKey': 'action.tipMakeKey',
  'tip.replaceKeeper': 'action.tipReplaceKeeper',
  'tip.askIdentity': 'action.tipAskIdentity',
  'tip.grantIdentity': 'action.tipGrantIdentity',
  'tip.readIdentity': 'action.tipReadIdentity',
  'tip.erase': 'action.tipErase',
};

export const ACTION_KINDS = Object.keys(KEYS) as ActionKind[];

export function actionText(kind: string, text: (key: TextKey) => string): string {
  const key = KEYS[kind as ActionKind];
  return key ? text(key) : kind;
}
